import { describe, expect, test } from "vitest";
import { SDK_IDS } from "../index.js";
import { createPod, POD_IDENTITY } from "../pod.test-support.js";
import { decideContainerEndpoint } from "./decide-container-endpoint.js";

const FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
const RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
const REGIONS = { AWS_REGION: "eu-west-1", AWS_DEFAULT_REGION: "eu-west-1" };

describe("where an SDK sends its authorization", () => {
  test.each([
    { name: "nothing is set", environment: {}, first: "relative", found: null },
    { name: "RELATIVE_URI is ECS's host", environment: { [RELATIVE]: "/v2/x" }, first: "full", found: { url: "http://169.254.170.2/v2/x" } },
    {
      name: "RELATIVE_URI first",
      environment: { [RELATIVE]: "/v2/x", [FULL]: "http://localhost/y" },
      first: "relative",
      found: { url: "http://169.254.170.2/v2/x" },
    },
    {
      name: "FULL_URI first, as in Go",
      environment: { [RELATIVE]: "/v2/x", [FULL]: "http://localhost/y" },
      first: "full",
      found: { url: "http://localhost/y" },
    },
    {
      name: "EKS's address",
      environment: { [FULL]: "http://169.254.170.23/v1/credentials" },
      first: "relative",
      found: { url: "http://169.254.170.23/v1/credentials" },
    },
    {
      name: "EKS's other address",
      environment: { [FULL]: "http://[fd00:ec2::23]/v1/credentials" },
      first: "relative",
      found: { url: "http://[fd00:ec2::23]/v1/credentials" },
    },
    { name: "loopback", environment: { [FULL]: "http://127.0.0.9:8080/x" }, first: "relative", found: { url: "http://127.0.0.9:8080/x" } },
    { name: "anybody with TLS", environment: { [FULL]: "https://keys.example/x" }, first: "relative", found: { url: "https://keys.example/x" } },
  ] as const)("$name", ({ environment, first, found }) => {
    expect(decideContainerEndpoint(environment, { first, knowsPodIdentity: true })).toEqual(found);
  });

  test.each([
    {
      name: "another host without TLS",
      url: "http://keys.example/x",
      error: "keys.example is not valid for container credentials: https, loopback, ECS or EKS hosts only",
    },
    { name: "no URL at all", url: "nonsense", error: "nonsense is not a URL" },
  ])("$name", ({ url, error }) => {
    expect(decideContainerEndpoint({ [FULL]: url }, { first: "relative", knowsPodIdentity: true })).toEqual({ error });
  });

  test.each([
    { url: "http://localhost/x", found: { url: "http://localhost/x" } },
    { url: "http://127.0.0.9:8080/x", found: { url: "http://127.0.0.9:8080/x" } },
    { url: "http://169.254.170.23/v1/credentials", found: { error: 'invalid endpoint host, "169.254.170.23", only loopback hosts are allowed.' } },
  ])("an SDK older than EKS Pod Identity: $url", ({ url, found }) => {
    expect(decideContainerEndpoint({ [FULL]: url }, { first: "full", knowsPodIdentity: false })).toEqual(found);
  });
});

describe("a pod with Pod Identity's variables", () => {
  test.each(["js-v3", "botocore", "go-v2", "java-v2", "rust", "php", "ruby", "cpp", "kotlin", "dotnet-v4", "js-v2"] as const)(
    "%s takes its credentials",
    async (sdk) => {
      expect(await createPod({ sdk, environment: { ...REGIONS, ...POD_IDENTITY } }).winner()).toBe("C");
    },
  );

  test.each([
    { sdk: "js-v3", winner: "!" },
    { sdk: "java-v2", winner: "N" },
    { sdk: "botocore", winner: "!" },
    { sdk: "php", winner: "!" },
  ] as const)("a token of another pod: $sdk ends with $winner", async ({ sdk, winner }) => {
    const files = { [POD_IDENTITY.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE]: "other" };
    expect(await createPod({ sdk, environment: { ...REGIONS, ...POD_IDENTITY }, files }).winner()).toBe(winner);
  });

  test.each(SDK_IDS)("%s takes those of ECS, by RELATIVE_URI", async (sdk) => {
    expect(await createPod({ sdk, environment: { ...REGIONS, [RELATIVE]: "/v2/credentials/task" } }).winner()).toBe("C");
  });

  test("a token with a line break is not sent", async () => {
    const files = { [POD_IDENTITY.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE]: "pod-token\n" };
    expect(await createPod({ sdk: "go-v2", environment: { ...REGIONS, ...POD_IDENTITY }, files }).message()).toBe(
      "operation error S3: GetObject, get identity: get credentials: failed to refresh cached credentials, failed to load credentials, resolve auth token: authorization token contains invalid newline sequence",
    );
    // Ruby cuts it off.
    expect(await createPod({ sdk: "ruby", environment: { ...REGIONS, ...POD_IDENTITY }, files }).winner()).toBe("C");
  });

  test("AWS_CONTAINER_AUTHORIZATION_TOKEN serves without a file", async () => {
    const environment = { ...REGIONS, [FULL]: POD_IDENTITY.AWS_CONTAINER_CREDENTIALS_FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN: "pod-token" };
    expect(await createPod({ sdk: "go-v2", environment }).winner()).toBe("C");
  });
});
