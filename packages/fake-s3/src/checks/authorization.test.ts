import { bodyText, type JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestS3, element, type TestCall } from "../s3-world.test-support.js";

const BUCKET = "arn:aws:s3:::my-bucket";
const OBJECT = `${BUCKET}/k`;
const uploading = { uploadId: "x", partNumber: "1" };

const NO_JSON = "Policies must be valid JSON and the first byte must be '{'";

describe("action and resource of each operation (section 6.4)", () => {
  test.each<{ name: string; call: TestCall; action: string; resource: string | null }>([
    { name: "ListBuckets", call: { path: "/" }, action: "s3:ListAllMyBuckets", resource: null },
    { name: "HeadBucket", call: { method: "HEAD", path: "/my-bucket" }, action: "s3:ListBucket", resource: BUCKET },
    { name: "ListObjectsV2", call: { path: "/my-bucket", query: { "list-type": "2" } }, action: "s3:ListBucket", resource: BUCKET },
    { name: "GetBucketLocation", call: { path: "/my-bucket", query: { location: "" } }, action: "s3:GetBucketLocation", resource: BUCKET },
    { name: "CreateBucket", call: { method: "PUT", path: "/new-bucket" }, action: "s3:CreateBucket", resource: "arn:aws:s3:::new-bucket" },
    { name: "DeleteBucket", call: { method: "DELETE", path: "/my-bucket" }, action: "s3:DeleteBucket", resource: BUCKET },
    { name: "GetObject", call: { path: "/my-bucket/k" }, action: "s3:GetObject", resource: OBJECT },
    { name: "PutObject", call: { method: "PUT", path: "/my-bucket/k" }, action: "s3:PutObject", resource: OBJECT },
    { name: "CreateMultipartUpload", call: { method: "POST", path: "/my-bucket/k", query: { uploads: "" } }, action: "s3:PutObject", resource: OBJECT },
    { name: "UploadPart", call: { method: "PUT", path: "/my-bucket/k", query: uploading }, action: "s3:PutObject", resource: OBJECT },
    { name: "CompleteMultipartUpload", call: { method: "POST", path: "/my-bucket/k", query: uploading }, action: "s3:PutObject", resource: OBJECT },
    { name: "AbortMultipartUpload", call: { method: "DELETE", path: "/my-bucket/k", query: uploading }, action: "s3:AbortMultipartUpload", resource: OBJECT },
    { name: "ListParts", call: { path: "/my-bucket/k", query: uploading }, action: "s3:ListMultipartUploadParts", resource: OBJECT },
    { name: "ListMultipartUploads", call: { path: "/my-bucket", query: { uploads: "" } }, action: "s3:ListBucketMultipartUploads", resource: BUCKET },
    { name: "DeleteObject", call: { method: "DELETE", path: "/my-bucket/k" }, action: "s3:DeleteObject", resource: OBJECT },
    {
      name: "CopyObject reads the source",
      call: { method: "PUT", path: "/my-bucket/k", headers: { "x-amz-copy-source": "/my-bucket/hello.txt" } },
      action: "s3:GetObject",
      resource: `${BUCKET}/hello.txt`,
    },
    { name: "GetBucketPolicy", call: { path: "/my-bucket", query: { policy: "" } }, action: "s3:GetBucketPolicy", resource: BUCKET },
    { name: "PutBucketPolicy", call: { method: "PUT", path: "/my-bucket", query: { policy: "" }, body: "{}" }, action: "s3:PutBucketPolicy", resource: BUCKET },
    { name: "DeleteBucketPolicy", call: { method: "DELETE", path: "/my-bucket", query: { policy: "" } }, action: "s3:DeleteBucketPolicy", resource: BUCKET },
  ])("$name: $action", async ({ call: request, action, resource }) => {
    const refusing = createTestS3([]);
    const response = await refusing.call(request);
    expect(response.status).toBe(403);
    const on = resource === null ? "" : ` on resource: &quot;${resource}&quot;`;
    const text = `is not authorized to perform: ${action}${on} because no identity-based policy allows the ${action} action`;
    if (request.method !== "HEAD") expect(bodyText(response)).toContain(text);
    const allowing = createTestS3([{ Effect: "Allow", Action: action, Resource: resource ?? "*" }]);
    expect(element(await allowing.call(request), "Message") ?? "").not.toContain(`perform: ${action} `);
  });

  test("in China ARNs are China's", async () => {
    const { call } = createTestS3([], { region: "cn-north-1" });
    expect(bodyText(await call({ path: "/my-bucket/k" }))).toContain("on resource: &quot;arn:aws-cn:s3:::my-bucket/k&quot;");
  });

  test("CopyObject writes the target", async () => {
    const { call } = createTestS3([{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }]);
    const response = await call({ method: "PUT", path: "/my-bucket/k", headers: { "x-amz-copy-source": "/my-bucket/hello.txt" } });
    expect(bodyText(response)).toContain("perform: s3:PutObject");
  });

  test("a missing key is told only to those who may list the bucket", async () => {
    const get = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
    expect((await createTestS3([get]).call({ path: "/my-bucket/none" })).status).toBe(403);
    const list = { Effect: "Allow", Action: "s3:ListBucket", Resource: "*" };
    expect(element(await createTestS3([get, list]).call({ path: "/my-bucket/none" }), "Code")).toBe("NoSuchKey");
  });

  test.each([
    { name: "s3:prefix", parameter: "prefix", value: "a/", other: "b/" },
    { name: "s3:delimiter", parameter: "delimiter", value: "/", other: "-" },
    { name: "s3:max-keys", parameter: "max-keys", value: "5", other: "6" },
  ])("$name limits what is listed", async ({ name, parameter, value, other }) => {
    const condition = { StringEquals: { [name]: value } };
    const { call } = createTestS3([{ Effect: "Allow", Action: "s3:ListBucket", Resource: "*", Condition: condition }]);
    expect((await call({ path: "/my-bucket", query: { [parameter]: value } })).status).toBe(200);
    expect((await call({ path: "/my-bucket", query: { [parameter]: other } })).status).toBe(403);
    expect((await call({ path: "/my-bucket" })).status).toBe(403);
  });

  test("DeleteObjects: each key by itself", async () => {
    const { call } = createTestS3([{ Effect: "Allow", Action: "s3:DeleteObject", Resource: `${BUCKET}/a` }]);
    const body = "<Delete><Object><Key>a</Key></Object><Object><Key>b</Key></Object></Delete>";
    const text = bodyText(await call({ method: "POST", path: "/my-bucket", query: { delete: "" }, body }));
    expect(text).toMatch(/<Deleted><Key>a<\/Key><\/Deleted><Error><Key>b<\/Key><Code>AccessDenied<\/Code>/);
  });
});

describe("bucket policies, strangers and other accounts (sections 6.1 and 6.2)", () => {
  async function withPolicy(statement: JsonObject) {
    const world = createTestS3();
    const policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    expect((await world.call({ method: "PUT", path: "/my-bucket", query: { policy: "" }, body: policy })).status).toBe(204);
    return world;
  }
  const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `${BUCKET}/*` };

  test("a stranger is let in by a policy for everybody, and by nothing else", async () => {
    expect((await (await withPolicy(open)).call({ path: "/my-bucket/hello.txt", as: null })).status).toBe(200);
    const refused = await createTestS3().call({ path: "/my-bucket/hello.txt", as: null });
    expect([refused.status, element(refused, "Message")]).toEqual([403, "Access Denied"]);
  });

  test("a caller of another account needs the bucket's policy too, and is told nothing", async () => {
    const refused = await createTestS3().call({ path: "/my-bucket/hello.txt", as: "visitor" });
    expect([refused.status, element(refused, "Message")]).toEqual([403, "Access Denied"]);
    const invited = await withPolicy({ ...open, Principal: { AWS: "arn:aws:iam::444455556666:root" } });
    expect((await invited.call({ path: "/my-bucket/hello.txt", as: "visitor" })).status).toBe(200);
  });

  test("an explicit deny of the bucket wins", async () => {
    const { call } = await withPolicy({ ...open, Effect: "Deny" });
    expect(element(await call({ path: "/my-bucket/hello.txt" }), "Message")).toContain("with an explicit deny in a resource-based policy");
  });

  test("a policy is given back as it was put, and goes when it is deleted", async () => {
    const { call } = await withPolicy(open);
    expect(JSON.parse(bodyText(await call({ path: "/my-bucket", query: { policy: "" } })))).toMatchObject({ Statement: [open] });
    await call({ method: "DELETE", path: "/my-bucket", query: { policy: "" } });
    expect(element(await call({ path: "/my-bucket", query: { policy: "" } }), "Code")).toBe("NoSuchBucketPolicy");
  });

  test.each([
    { name: "no JSON", body: "x", message: NO_JSON },
    { name: "null", body: "null", message: NO_JSON },
    { name: "a list", body: "[{}]", message: NO_JSON },
    { name: "a text", body: '"a"', message: NO_JSON },
    { name: "no statement", body: "{}", message: "Missing required field Statement" },
    { name: "an empty list of statements", body: '{"Statement":[]}', message: "Could not parse the policy: Statement is empty!" },
    { name: "no principal", body: '{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}', message: "Missing required field Principal" },
    {
      name: "a second statement without one",
      body: '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::my-bucket"},{"Effect":"Deny"}]}',
      message: "Missing required field Principal",
    },
  ])("a policy that is none: $name", async ({ body, message }) => {
    const response = await createTestS3().call({ method: "PUT", path: "/my-bucket", query: { policy: "" }, body });
    expect([response.status, element(response, "Code"), element(response, "Message")?.replaceAll("&apos;", "'")]).toEqual([400, "MalformedPolicy", message]);
  });

  test.each<{ name: string; request: Partial<TestCall> }>([
    { name: "in a presigned URL", request: { query: { AWSAccessKeyId: "AKIA", Signature: "x", Expires: "1" } } },
    { name: "in a header", request: { headers: { authorization: "AWS AKIA:c2ln" } } },
  ])("an older signature is refused clearly: $name", async ({ request }) => {
    const response = await createTestS3().call({ path: "/my-bucket/hello.txt", as: null, ...request });
    expect([response.status, element(response, "Message")]).toEqual([
      400,
      "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    ]);
  });
});
