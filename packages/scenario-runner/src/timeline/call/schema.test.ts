import { expect, test } from "vitest";
import { callSchema } from "./schema.js";

const CALL = { pod: "p", sdk: "dotnet", action: "s3:GetObject", bucket: "b", key: "k" };

test("what is left out is what an ordinary app has", () => {
  expect(callSchema.parse(CALL)).toEqual({
    ...{ pod: "p", namespace: "default", container: null, sdk: "dotnet-v3", action: "s3:GetObject", parameters: { Bucket: "b", Key: "k" }, everyMs: null },
    app: {
      ...{ files: {}, environment: {}, systemProperties: {}, httpClients: [], copies: [], habits: {} },
      ...{
        hasStsModule: true,
        knowsPodIdentity: true,
        hostNetwork: false,
        regionFromNode: false,
        trustedRoots: ["public"],
        caFiles: {},
        realpathCacheMs: null,
      },
    },
  });
});

test.each([
  { name: "a period in milliseconds", written: { every: "10m" }, performed: { everyMs: 600_000 } },
  { name: "an image without roots", written: { trustedRoots: "none" }, performed: { app: { trustedRoots: [] } } },
  { name: "a path's links in milliseconds", written: { realpathCache: "2m" }, performed: { app: { realpathCacheMs: 120_000 } } },
  { name: "a window in seconds", written: { expiryWindow: "5m" }, performed: { app: { habits: { expiryWindowSeconds: 300 } } } },
  { name: "a token of one's own by content", written: { webIdentityToken: {} }, performed: { app: { webIdentityToken: { sends: "content" } } } },
])("$name", ({ written, performed }) => {
  expect(callSchema.parse({ ...CALL, ...written })).toMatchObject(performed);
});

test.each([
  { name: "no bucket", written: { action: "s3:GetObject", key: "k" }, message: "the object's bucket" },
  { name: "a bucket of another service", written: { action: "sqs:SendMessage", bucket: "b" }, message: "an action of S3 where a bucket or key is named" },
  {
    name: "no action of a service",
    written: { action: "GetObject" },
    message: "a service and its action, such as s3:GetObject or secretsmanager:GetSecretValue",
  },
  { name: "a resource that is no ARN", written: { action: "sqs:SendMessage", resource: "q" }, message: "an ARN" },
])("$name", ({ written, message }) => {
  expect(callSchema.safeParse({ pod: "p", sdk: "go-v2", ...written }).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
