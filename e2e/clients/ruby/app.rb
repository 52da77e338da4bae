# What each client does here, as an app would write it: no setting of its own.
require "aws-sdk-s3"
require "json"
require "net/http"

KEY = "hello.txt"

def identity(_)
  { arn: Aws::STS::Client.new.get_caller_identity.arn }
end

def objects(bucket)
  s3 = Aws::S3::Client.new
  s3.put_object(bucket: bucket, key: KEY, body: "hello")
  got = s3.get_object(bucket: bucket, key: KEY).body.read
  big = { bucket: bucket, key: "big" }
  upload_id = s3.create_multipart_upload(**big).upload_id
  parts = [5 << 20, 1].each_with_index.map do |size, index|
    part = { part_number: index + 1 }
    part.merge(etag: s3.upload_part(**big, upload_id: upload_id, **part, body: "a" * size).etag)
  end
  s3.complete_multipart_upload(**big, upload_id: upload_id, multipart_upload: { parts: parts })
  size = s3.head_object(**big).content_length
  listed = s3.list_objects_v2(bucket: bucket).contents.map(&:key)
  url = Aws::S3::Presigner.new(client: s3).presigned_url(:get_object, bucket: bucket, key: KEY)
  { got: got, listed: listed, size: size, presigned: Net::HTTP.get(URI(url)) }
end

def rotation(seconds)
  sts = Aws::STS::Client.new
  calls = 0
  finish = Process.clock_gettime(Process::CLOCK_MONOTONIC) + seconds.to_f
  while Process.clock_gettime(Process::CLOCK_MONOTONIC) < finish
    sts.get_caller_identity
    calls += 1
    sleep 0.5
  end
  { calls: calls }
end

def refusal(bucket)
  Aws::S3::Client.new.get_object(bucket: bucket, key: KEY)
  { type: nil }
rescue Aws::Errors::ServiceError, Aws::Errors::MissingCredentialsError => error
  { type: error.class.name, text: error.message }
end

puts JSON.generate(send(ARGV[0], ARGV[1]))
