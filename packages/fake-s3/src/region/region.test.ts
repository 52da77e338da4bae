import { bodyText, dnsSuffixOf } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestS3, element } from "../s3-world.test-support.js";
import { decideRegion } from "./decide-region.js";
import { regionOfHost } from "./region-of-host.js";

test.each([
  { host: "my-bucket.s3.eu-west-1.amazonaws.com", region: "eu-west-1" },
  { host: "s3.cn-north-1.amazonaws.com.cn", region: "cn-north-1" },
  { host: "b.s3-us-west-2.amazonaws.com", region: "us-west-2" },
  { host: "my-bucket.s3.amazonaws.com", region: null },
  { host: "s3.amazonaws.com", region: null },
])("$host is of $region", ({ host, region }) => {
  expect(regionOfHost(host)).toBe(region);
});

test.each([
  { name: "the bucket's own region", asked: "eu-west-1", signed: "us-east-1", bucket: "eu-west-1", act: "here" },
  { name: "the host without a region, signed for the bucket's", asked: null, signed: "eu-west-1", bucket: "eu-west-1", act: "here" },
  { name: "the host without a region, not signed", asked: null, signed: null, bucket: "eu-west-1", act: "here" },
  { name: "the host without a region, signed for us-east-1", asked: null, signed: "us-east-1", bucket: "eu-west-1", act: "malformed" },
  { name: "us-east-1", asked: "us-east-1", signed: "us-east-1", bucket: "eu-west-1", act: "malformed" },
  { name: "us-east-1, not signed", asked: "us-east-1", signed: null, bucket: "eu-west-1", act: "redirect" },
  { name: "another region", asked: "us-west-2", signed: "us-west-2", bucket: "eu-west-1", act: "redirect" },
  { name: "a bucket in a young region", asked: "us-west-2", signed: "us-west-2", bucket: "ap-east-1", act: "incompatible" },
  { name: "a young region", asked: "me-south-1", signed: "me-south-1", bucket: "eu-west-1", act: "incompatible" },
])("$name", ({ asked, signed, bucket, act }) => {
  expect(decideRegion({ asked, signed, bucket })).toEqual({ act });
});

describe("on the wire", () => {
  const asking = async (region: string, method = "GET") =>
    createTestS3(null, { region, bucket: { region: "eu-west-1" } }).call({ method, path: "/my-bucket/hello.txt" });

  test("another region names the endpoint, and the bucket's region in a header", async () => {
    const response = await asking("us-west-2");
    expect([
      response.status,
      element(response, "Code"),
      element(response, "Endpoint"),
      element(response, "Bucket"),
      response.headers["x-amz-bucket-region"],
    ]).toEqual([301, "PermanentRedirect", `my-bucket.s3.eu-west-1.${dnsSuffixOf("eu-west-1")}`, "my-bucket", "eu-west-1"]);
  });

  test("us-east-1 names the region that the signature should have", async () => {
    const response = await asking("us-east-1");
    expect([response.status, element(response, "Message"), response.headers["x-amz-bucket-region"]]).toEqual([
      400,
      expect.stringContaining("the region "),
      "eu-west-1",
    ]);
  });

  test("HEAD has the header alone", async () => {
    const response = await asking("us-west-2", "HEAD");
    expect([response.status, bodyText(response), response.headers["x-amz-bucket-region"]]).toEqual([301, "", "eu-west-1"]);
  });
});

describe("where a bucket is made", () => {
  const located = (location: string | null): string =>
    location === null ? "" : `<CreateBucketConfiguration><LocationConstraint>${location}</LocationConstraint></CreateBucketConfiguration>`;
  const make = async (region: string, location: string | null, path = "/new-bucket") =>
    createTestS3(null, { region }).call({ method: "PUT", path, body: located(location) });

  test.each([
    { name: "its own region", region: "eu-west-1", location: "eu-west-1", status: 200, code: null },
    { name: "nothing, in us-east-1", region: "us-east-1", location: null, status: 200, code: null },
    { name: "another region, in us-east-1", region: "us-east-1", location: "eu-west-1", status: 200, code: null },
    { name: "nothing, elsewhere", region: "eu-west-1", location: null, status: 400, code: "IllegalLocationConstraintException" },
    { name: "another region, elsewhere", region: "eu-west-1", location: "us-west-2", status: 400, code: "IllegalLocationConstraintException" },
    { name: "us-east-1, which has no name", region: "us-east-1", location: "us-east-1", status: 400, code: "InvalidLocationConstraint" },
  ])("the body names $name", async ({ region, location, status, code }) => {
    const response = await make(region, location);
    expect([response.status, element(response, "Code")]).toEqual([status, code]);
  });

  test("one's own bucket is made again in us-east-1, and what is in it stays", async () => {
    const { call } = createTestS3(null, { region: "us-east-1" });
    expect((await call({ method: "PUT", path: "/my-bucket" })).status).toBe(200);
    expect(bodyText(await call({ path: "/my-bucket/hello.txt" }))).toBe("Hello");
  });
});
