//! What each client does here, as an app would write it: no setting of its own.
use std::error::Error;
use std::time::{Duration, Instant};

use aws_config::{BehaviorVersion, SdkConfig};
use aws_sdk_s3::error::{DisplayErrorContext, ProvideErrorMetadata};
use aws_sdk_s3::presigning::PresigningConfig;
use aws_sdk_s3::primitives::ByteStream;
use aws_sdk_s3::types::{CompletedMultipartUpload, CompletedPart};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

type Done = Result<Value, Box<dyn Error>>;

async fn identity(config: &SdkConfig) -> Done {
    Ok(json!({ "arn": aws_sdk_sts::Client::new(config).get_caller_identity().send().await?.arn() }))
}

async fn objects(config: &SdkConfig, bucket: &str) -> Done {
    let client = aws_sdk_s3::Client::new(config);
    let (key, big) = ("hello.txt", "big");
    client.put_object().bucket(bucket).key(key).body(ByteStream::from_static(b"hello")).send().await?;
    let got = client.get_object().bucket(bucket).key(key).send().await?.body.collect().await?.to_vec();
    let upload = client.create_multipart_upload().bucket(bucket).key(big).send().await?;
    let id = upload.upload_id().ok_or("no upload id")?;
    let mut parts = CompletedMultipartUpload::builder();
    for (number, size) in [(1, 5 << 20), (2, 1)] {
        let part = client.upload_part().bucket(bucket).key(big).upload_id(id).part_number(number);
        let sent = part.body(ByteStream::from(vec![0; size])).send().await?;
        parts = parts.parts(CompletedPart::builder().part_number(number).set_e_tag(sent.e_tag).build());
    }
    client.complete_multipart_upload().bucket(bucket).key(big).upload_id(id).multipart_upload(parts.build()).send().await?;
    let size = client.head_object().bucket(bucket).key(big).send().await?.content_length();
    let listing = client.list_objects_v2().bucket(bucket).send().await?;
    let listed: Vec<_> = listing.contents().iter().filter_map(|object| object.key()).collect();
    let minutes = PresigningConfig::expires_in(Duration::from_secs(300))?;
    let signed = client.get_object().bucket(bucket).key(key).presigned(minutes).await?;
    let tls = TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build();
    let browser = Agent::new_with_config(Agent::config_builder().tls_config(tls).build());
    let presigned = browser.get(signed.uri()).call()?.body_mut().read_to_string()?;
    Ok(json!({ "got": String::from_utf8(got)?, "listed": listed, "size": size, "presigned": presigned }))
}

async fn rotation(config: &SdkConfig, seconds: &str) -> Done {
    let client = aws_sdk_sts::Client::new(config);
    let end = Instant::now() + Duration::from_secs(seconds.parse()?);
    let mut calls = 0;
    while Instant::now() < end {
        client.get_caller_identity().send().await?;
        calls += 1;
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    Ok(json!({ "calls": calls }))
}

async fn refusal(config: &SdkConfig, bucket: &str) -> Done {
    let Err(error) = aws_sdk_s3::Client::new(config).get_object().bucket(bucket).key("hello.txt").send().await else {
        return Ok(json!({ "type": null }));
    };
    // STS's own error is a source of the one that the call ends with.
    let mut source: Option<&dyn Error> = Some(&error);
    let mut code = error.code();
    while let Some(cause) = source {
        if let Some(sts) = cause.downcast_ref::<aws_sdk_sts::operation::assume_role_with_web_identity::AssumeRoleWithWebIdentityError>() {
            code = sts.code();
        }
        source = cause.source();
    }
    Ok(json!({ "type": code, "text": DisplayErrorContext(&error).to_string() }))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let config = aws_config::load_defaults(BehaviorVersion::latest()).await;
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["identity", ..] => identity(&config).await?,
        ["objects", bucket] => objects(&config, bucket).await?,
        ["rotation", seconds] => rotation(&config, seconds).await?,
        ["refusal", bucket] => refusal(&config, bucket).await?,
        _ => return Err("identity, objects BUCKET, rotation SECONDS or refusal BUCKET".into()),
    };
    println!("{done}");
    Ok(())
}
