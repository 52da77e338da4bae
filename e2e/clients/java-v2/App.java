// What each client does here, as an app would write it: no setting of its own.
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sts.StsClient;

public class App {
  static final String KEY = "hello.txt";

  static String identity() {
    return "{\"arn\":\"" + StsClient.create().getCallerIdentity().arn() + "\"}";
  }

  static String objects(String bucket) throws Exception {
    S3Client s3 = S3Client.create();
    s3.putObject(put -> put.bucket(bucket).key(KEY), RequestBody.fromString("hello"));
    String got = s3.getObjectAsBytes(get -> get.bucket(bucket).key(KEY)).asUtf8String();
    String upload = s3.createMultipartUpload(create -> create.bucket(bucket).key("big")).uploadId();
    List<CompletedPart> parts = new ArrayList<>();
    for (int size : new int[] {5 << 20, 1}) {
      int number = parts.size() + 1;
      RequestBody body = RequestBody.fromBytes(new byte[size]);
      String tag = s3.uploadPart(part -> part.bucket(bucket).key("big").uploadId(upload).partNumber(number), body).eTag();
      parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
    }
    s3.completeMultipartUpload(complete -> complete.bucket(bucket).key("big").uploadId(upload).multipartUpload(all -> all.parts(parts)));
    long size = s3.headObject(head -> head.bucket(bucket).key("big")).contentLength();
    String listed = s3.listObjectsV2(list -> list.bucket(bucket)).contents().stream().map(item -> "\"" + item.key() + "\"").collect(Collectors.joining(","));
    var request = S3Presigner.create().presignGetObject(sign -> sign.signatureDuration(Duration.ofMinutes(5)).getObjectRequest(get -> get.bucket(bucket).key(KEY)));
    String presigned = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(request.url().toString())).build(), BodyHandlers.ofString()).body();
    return "{\"got\":\"" + got + "\",\"listed\":[" + listed + "],\"size\":" + size + ",\"presigned\":\"" + presigned + "\"}";
  }

  static String rotation(String seconds) throws Exception {
    StsClient sts = StsClient.create();
    int calls = 0;
    for (long end = System.nanoTime() + Long.parseLong(seconds) * 1_000_000_000L; System.nanoTime() < end; calls++) {
      sts.getCallerIdentity();
      Thread.sleep(500);
    }
    return "{\"calls\":" + calls + "}";
  }

  static String refusal(String bucket) {
    try {
      S3Client.create().getObjectAsBytes(get -> get.bucket(bucket).key(KEY));
      return "{\"type\":null}";
    } catch (SdkException error) {
      String text = error.getMessage().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      return "{\"type\":\"" + error.getClass().getSimpleName() + "\",\"text\":\"" + text + "\"}";
    }
  }

  public static void main(String[] words) throws Exception {
    System.out.println(
        switch (words[0]) {
          case "identity" -> identity();
          case "objects" -> objects(words[1]);
          case "rotation" -> rotation(words[1]);
          default -> refusal(words[1]);
        });
  }
}
