import { describe, expect, test } from "vitest";
import { type ClientEnvironmentInput, decideClientEnvironment } from "./decide-client-environment.js";

const TOKEN_FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";
const TRUST = { bundle: "/tmp/sim/ca.pem", javaKeyStore: "/tmp/sim/ca.jks" };
const ENDPOINTS = { sts: "http://127.0.0.1:1", s3: "http://127.0.0.1:2", iam: "http://127.0.0.1:3", eks: "http://127.0.0.1:4", imds: "http://127.0.0.1:5" };
const OUTSIDE = {
  endpoints: ENDPOINTS,
  volumes: [{ mountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount", directory: "/tmp/sim/volumes/0" }],
  nowhere: "/tmp/sim/nowhere",
};

const decide = (input: Partial<ClientEnvironmentInput>) => decideClientEnvironment({ container: {}, caller: {}, trust: TRUST, outside: null, ...input });

describe("what each client needs to find the simulator", () => {
  test.each([
    { need: "STS (botocore, CLI, JS v3, Go v2, Java v2, Rust, Ruby, Kotlin)", name: "AWS_ENDPOINT_URL_STS", value: "http://127.0.0.1:1" },
    { need: "S3 (the same)", name: "AWS_ENDPOINT_URL_S3", value: "http://127.0.0.1:2" },
    { need: "IAM", name: "AWS_ENDPOINT_URL_IAM", value: "http://127.0.0.1:3" },
    { need: "EKS", name: "AWS_ENDPOINT_URL_EKS", value: "http://127.0.0.1:4" },
    { need: "instance metadata (all)", name: "AWS_EC2_METADATA_SERVICE_ENDPOINT", value: "http://127.0.0.1:5" },
    { need: "no settings of the caller's", name: "AWS_CONFIG_FILE", value: "/tmp/sim/nowhere" },
    { need: "no keys of the caller's", name: "AWS_SHARED_CREDENTIALS_FILE", value: "/tmp/sim/nowhere" },
  ])("$name for $need, only where the client has no network of its own", ({ name, value }) => {
    expect([decide({ outside: OUTSIDE })[name], decide({})[name]]).toEqual([value, undefined]);
  });

  test.each([
    { name: "AWS_CA_BUNDLE", of: "botocore, CLI, Go, Ruby" },
    { name: "SSL_CERT_FILE", of: "Go, Rust, Ruby, .NET" },
    { name: "NODE_EXTRA_CA_CERTS", of: "JavaScript" },
    { name: "REQUESTS_CA_BUNDLE", of: "requests" },
    { name: "CURL_CA_BUNDLE", of: "curl" },
  ])("$name for $of, in both", ({ name }) => {
    expect([decide({})[name], decide({ outside: OUTSIDE })[name]]).toEqual([TRUST.bundle, TRUST.bundle]);
  });

  test.each([
    { name: "alone", caller: {}, container: {}, options: "-Djavax.net.ssl.trustStore=/tmp/sim/ca.jks" },
    { name: "behind the caller's", caller: { JAVA_TOOL_OPTIONS: "-Xmx1g" }, container: {}, options: "-Xmx1g -Djavax.net.ssl.trustStore=/tmp/sim/ca.jks" },
    {
      name: "behind the container's, which come before the caller's",
      caller: { JAVA_TOOL_OPTIONS: "-Xmx1g" },
      container: { JAVA_TOOL_OPTIONS: "-Xmx2g" },
      options: "-Xmx2g -Djavax.net.ssl.trustStore=/tmp/sim/ca.jks",
    },
  ])("the JVM's options $name", ({ caller, container, options }) => {
    expect(decide({ caller, container }).JAVA_TOOL_OPTIONS).toBe(options);
  });
});

describe("what the caller has", () => {
  test.each([
    { name: "PATH", stays: true },
    { name: "HOME", stays: true },
    { name: "AWS_PROFILE", stays: false },
    { name: "AWS_ACCESS_KEY_ID", stays: false },
    { name: "https_proxy", stays: false },
    { name: "NO_PROXY", stays: false },
  ])("$name stays: $stays", ({ name, stays }) => {
    expect(name in decide({ caller: { [name]: "x" } })).toBe(stays);
  });

  test("the container's variables come before the caller's and the simulator's", () => {
    const container = { HOME: "/root", AWS_CA_BUNDLE: "/image/ca.pem", AWS_ENDPOINT_URL_STS: "http://elsewhere" };
    expect(decide({ container, caller: { HOME: "/home/me" }, outside: OUTSIDE })).toMatchObject(container);
  });
});

test.each([
  { name: "where the client has paths of its own", outside: null, file: TOKEN_FILE },
  { name: "elsewhere: where it is on this machine", outside: OUTSIDE, file: "/tmp/sim/volumes/0/token" },
])("the token file, $name", ({ outside, file }) => {
  expect(decide({ container: { AWS_WEB_IDENTITY_TOKEN_FILE: TOKEN_FILE }, outside }).AWS_WEB_IDENTITY_TOKEN_FILE).toBe(file);
});

test("a path that only begins like a volume's stays", () => {
  const container = { OTHER: "/var/run/secrets/eks.amazonaws.com/serviceaccount2" };
  expect(decide({ container, outside: OUTSIDE }).OTHER).toBe(container.OTHER);
});
