"""What each client does here, as an app would write it: no setting of its own."""
import json
import sys
import time
import urllib.request

import boto3
import botocore.exceptions
from botocore.config import Config

KEY = "hello.txt"


def identity(_):
    return {"arn": boto3.client("sts").get_caller_identity()["Arn"]}


def objects(bucket):
    s3 = boto3.client("s3")
    s3.put_object(Bucket=bucket, Key=KEY, Body=b"hello")
    got = s3.get_object(Bucket=bucket, Key=KEY)["Body"].read().decode()
    upload = s3.create_multipart_upload(Bucket=bucket, Key="big")["UploadId"]
    part = {"Bucket": bucket, "Key": "big", "UploadId": upload}
    tags = [s3.upload_part(**part, PartNumber=n, Body=b"a" * size)["ETag"] for n, size in ((1, 5 << 20), (2, 1))]
    s3.complete_multipart_upload(**part, MultipartUpload={"Parts": [{"PartNumber": n + 1, "ETag": tag} for n, tag in enumerate(tags)]})
    size = s3.head_object(Bucket=bucket, Key="big")["ContentLength"]
    listed = [item["Key"] for item in s3.list_objects_v2(Bucket=bucket)["Contents"]]
    # By itself botocore signs URLs in the old way, which S3 refuses for buckets made since June 2020.
    signer = boto3.client("s3", config=Config(signature_version="s3v4"))
    url = signer.generate_presigned_url("get_object", Params={"Bucket": bucket, "Key": KEY})
    presigned = urllib.request.urlopen(url).read().decode()
    return {"got": got, "listed": listed, "size": size, "presigned": presigned}


def rotation(seconds):
    """One client, as an app keeps it."""
    sts, calls, end = boto3.client("sts"), 0, time.monotonic() + float(seconds)
    while time.monotonic() < end:
        sts.get_caller_identity()
        calls += 1
        time.sleep(0.5)
    return {"calls": calls}


def refusal(bucket):
    try:
        boto3.client("s3").get_object(Bucket=bucket, Key=KEY)
    except (botocore.exceptions.ClientError, botocore.exceptions.NoCredentialsError) as error:
        return {"type": type(error).__name__, "text": str(error)}
    return {"type": None}


print(json.dumps(globals()[sys.argv[1]](sys.argv[2] if len(sys.argv) > 2 else None)))
