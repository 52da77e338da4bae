// What each client does here, as an app would write it: no setting of its own.
use aws_config::BehaviorVersion;
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use std::error::Error;
use std::process::Command;
use std::time::{Duration, Instant};

const KEY: &str = "hello.txt";

async fn objects(s3: &aws_sdk_s3::Client, bucket: &str) -> Result<String, Box<dyn Error>> {
    s3.put_object().bucket(bucket).key(KEY).body("hello".to_string().into_bytes().into()).send().await?;
    let got = s3.get_object().bucket(bucket).key(KEY).send().await?.body.collect().await?.to_vec();
    let upload = s3.create_multipart_upload().bucket(bucket).key("big").send().await?.upload_id.unwrap();
    let mut parts = CompletedMultipartUpload::builder();
    for (number, size) in [(1, 5 << 20), (2, 1)] {
        let part = s3.upload_part().bucket(bucket).key("big").upload_id(&upload).part_number(number);
        let tag = part.body(vec![0; size].into()).send().await?.e_tag.unwrap();
        parts = parts.parts(CompletedPart::builder().part_number(number).e_tag(tag).build());
    }
    s3.complete_multipart_upload().bucket(bucket).key("big").upload_id(&upload).multipart_upload(parts.build()).send().await?;
    let size = s3.head_object().bucket(bucket).key("big").send().await?.content_length.unwrap();
    let all = s3.list_objects_v2().bucket(bucket).send().await?;
    let listed: Vec<String> = all.contents().iter().map(|item| format!("{:?}", item.key().unwrap())).collect();
    let five_minutes = PresigningConfig::expires_in(Duration::from_secs(300))?;
    let url = s3.get_object().bucket(bucket).key(KEY).presigned(five_minutes).await?.uri().to_string();
    // This crate has no HTTP client of its own to offer.
    let presigned = Command::new("curl").args(["-sS", &url]).output()?.stdout;
    let (got, presigned) = (String::from_utf8(got)?, String::from_utf8(presigned)?);
    Ok(format!(r#"{{"got":{got:?},"listed":[{}],"size":{size},"presigned":{presigned:?}}}"#, listed.join(",")))
}

async fn rotation(sts: &aws_sdk_sts::Client, seconds: u64) -> Result<String, Box<dyn Error>> {
    let (begun, mut calls) = (Instant::now(), 0);
    while begun.elapsed().as_secs() < seconds {
        sts.get_caller_identity().send().await?;
        calls += 1;
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    Ok(format!(r#"{{"calls":{calls}}}"#))
}

async fn refusal(s3: &aws_sdk_s3::Client, bucket: &str) -> String {
    match s3.get_object().bucket(bucket).key(KEY).send().await {
        Ok(_) => r#"{"type":null}"#.to_string(),
        Err(error) => format!(r#"{{"type":{:?},"text":{:?}}}"#, error.code().unwrap_or("SdkError"), DisplayErrorContext(&error).to_string()),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let (s3, sts) = (aws_sdk_s3::Client::new(&config), aws_sdk_sts::Client::new(&config));
    let words: Vec<String> = std::env::args().skip(1).collect();
    println!(
        "{}",
        match words[0].as_str() {
            "identity" => format!(r#"{{"arn":{:?}}}"#, sts.get_caller_identity().send().await?.arn.unwrap()),
            "objects" => objects(&s3, &words[1]).await?,
            "rotation" => rotation(&sts, words[1].parse()?).await?,
            _ => refusal(&s3, &words[1]).await,
        }
    );
    Ok(())
}
