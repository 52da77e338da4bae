import { createPublicKey, type JsonWebKey, verify } from "node:crypto";
import { bodyText, type ExchangeEvent, type RunReport, type TraceEvent } from "@irsa-sim/core";
import { beforeAll, describe, expect, test } from "vitest";
import { play } from "./catalogue.js";

const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const START_SECONDS = Date.UTC(2026, 0, 5, 9) / 1000;

let report: RunReport;
beforeAll(async () => {
  report = await play("basic");
});

describe("the token in the events", () => {
  test("verifies against the JWKS in the events with plain node:crypto", () => {
    const [header = "", payload, signature = ""] = token().split(".");
    const { alg, kid, ...rest } = JSON.parse(decode(header)) as { readonly alg: string; readonly kid: string };
    const { keys } = JSON.parse(bodyText(response("JWKS"))) as { readonly keys: readonly (JsonWebKey & { readonly kid: string })[] };
    const key = keys.find((candidate) => candidate.kid === kid);
    expect(rest).toEqual({});
    expect(alg).toBe("RS256");
    expect(key).toBeDefined();
    const publicKey = createPublicKey({ key: key as JsonWebKey, format: "jwk" });
    expect(verify("RSA-SHA256", Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, "base64url"))).toBe(true);
    expect(verify("RSA-SHA256", Buffer.from(`${header}.${payload}x`), publicKey, Buffer.from(signature, "base64url"))).toBe(false);
  });

  test("has the claims of a pod-bound token, keys in order of the alphabet", () => {
    const text = decode(token().split(".")[1] as string);
    const claims = JSON.parse(text) as Record<string, unknown>;
    expect(claims).toEqual({
      aud: ["sts.amazonaws.com"],
      exp: START_SECONDS + 86_400,
      iat: START_SECONDS,
      iss: ISSUER,
      jti: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      "kubernetes.io": {
        namespace: "default",
        node: { name: "node-1", uid: expect.any(String) },
        pod: { name: "my-pod", uid: expect.any(String) },
        serviceaccount: { name: "my-service-account", uid: expect.any(String) },
      },
      nbf: START_SECONDS,
      sub: "system:serviceaccount:default:my-service-account",
    });
    expect(Object.keys(claims)).toEqual([...Object.keys(claims)].sort());
    expect(text).not.toMatch(/\s/);
  });
});

describe("the pod stored by the API server", () => {
  test("has the environment, volume and mount that the webhook adds", () => {
    const pod = JSON.parse(bodyText(response("CreatePod"))) as {
      readonly spec: {
        readonly volumes: readonly unknown[];
        readonly containers: readonly { readonly env: readonly unknown[]; readonly volumeMounts: readonly unknown[] }[];
      };
    };
    expect(pod.spec.containers[0]?.env).toEqual([
      { name: "AWS_STS_REGIONAL_ENDPOINTS", value: "regional" },
      { name: "AWS_DEFAULT_REGION", value: "eu-west-1" },
      { name: "AWS_REGION", value: "eu-west-1" },
      { name: "AWS_ROLE_ARN", value: "arn:aws:iam::111122223333:role/my-pod-role" },
      { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: "/var/run/secrets/eks.amazonaws.com/serviceaccount/token" },
    ]);
    expect(pod.spec.containers[0]?.volumeMounts).toEqual([
      { name: expect.stringMatching(/^kube-api-access-[a-z0-9]{5}$/), readOnly: true, mountPath: "/var/run/secrets/kubernetes.io/serviceaccount" },
      { name: "aws-iam-token", readOnly: true, mountPath: "/var/run/secrets/eks.amazonaws.com/serviceaccount" },
    ]);
    expect(pod.spec.volumes).toEqual([
      {
        name: "aws-iam-token",
        projected: { sources: [{ serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 86_400, path: "token" } }], defaultMode: 420 },
      },
      expect.objectContaining({ name: expect.stringMatching(/^kube-api-access-/) }),
    ]);
  });
});

describe("the STS exchange", () => {
  test("is an unsigned form POST with the SDK's parameters", () => {
    const { request } = exchange("AssumeRoleWithWebIdentity");
    const form = new URLSearchParams(bodyText(request));
    expect(request.method).toBe("POST");
    expect(request.url).toBe("https://sts.eu-west-1.amazonaws.com/");
    expect(request.headers.authorization).toBeUndefined();
    expect([...form.keys()].sort()).toEqual(["Action", "RoleArn", "RoleSessionName", "Version", "WebIdentityToken"]);
    expect(form.get("WebIdentityToken")).toBe(token());
  });

  test("answers with the elements of the real service in their order", () => {
    const xml = bodyText(response("AssumeRoleWithWebIdentity"));
    const elements = [...xml.matchAll(/<(\w+)/g)].map((match) => match[1]);
    expect(elements).toEqual([
      "AssumeRoleWithWebIdentityResponse",
      "AssumeRoleWithWebIdentityResult",
      "Audience",
      "AssumedRoleUser",
      "AssumedRoleId",
      "Arn",
      "Provider",
      "Credentials",
      "AccessKeyId",
      "SecretAccessKey",
      "SessionToken",
      "Expiration",
      "SubjectFromWebIdentityToken",
      "ResponseMetadata",
      "RequestId",
    ]);
    expect(xml).toContain("<Expiration>2026-01-05T10:00:00Z</Expiration>");
    expect(xml).toContain(`<Provider>arn:aws:iam::111122223333:oidc-provider/${ISSUER.slice("https://".length)}</Provider>`);
    expect(response("AssumeRoleWithWebIdentity").headers["content-type"]).toBe("text/xml");
  });
});

function token(): string {
  return (JSON.parse(bodyText(response("TokenRequest"))) as { readonly status: { readonly token: string } }).status.token;
}

function exchange(name: string): ExchangeEvent {
  return report.events.find(
    (event: TraceEvent): event is ExchangeEvent => event.kind === "exchange" && event.name === name && event.step !== null,
  ) as ExchangeEvent;
}

function response(name: string): NonNullable<ExchangeEvent["response"]> {
  return exchange(name).response as NonNullable<ExchangeEvent["response"]>;
}

function decode(segment: string): string {
  return Buffer.from(segment, "base64url").toString();
}
