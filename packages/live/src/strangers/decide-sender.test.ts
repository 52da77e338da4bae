import type { Actor, HttpRequest } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideSender } from "./decide-sender.js";

const signedWith = (key: string) => ({ authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260105/eu-west-1/s3/aws4_request, SignedHeaders=host` });
const by = (agent: string) => ({ "user-agent": agent });

test.each<{ readonly asked: string; readonly of: Actor; readonly headers?: HttpRequest["headers"]; readonly method?: string; readonly sender: string }>([
  { asked: "AssumeRoleWithWebIdentity", of: "sts", sender: "sdk in step 6" },
  { asked: "GetCallerIdentity", of: "sts", headers: signedWith("ASIA1"), sender: "sdk in step 9" },
  { asked: "GetCallerIdentity", of: "sts", headers: signedWith("AKIA1"), sender: "developer in step null" },
  { asked: "GetObject", of: "s3", headers: signedWith("ASIA1"), sender: "sdk in step 9" },
  { asked: "GetObject", of: "s3", sender: "sdk in step 9" },
  { asked: "PutObject", of: "s3", headers: signedWith("AKIA1"), sender: "developer in step null" },
  { asked: "GetSecretValue", of: "aws", headers: signedWith("ASIA1"), sender: "sdk in step 9" },
  { asked: "CreateRole", of: "iam", headers: signedWith("AKIA1"), sender: "developer in step 0" },
  { asked: "CreateRole", of: "iam", headers: signedWith("ASIA1"), sender: "sdk in step 0" },
  { asked: "GetNodeCredentials", of: "node", sender: "sdk in step 6" },
  { asked: "AdmissionReview", of: "webhook", sender: "api-server in step 1" },
  { asked: "Discovery document", of: "oidc-issuer", sender: "developer in step 0" },
  { asked: "ListPods", of: "api-server", headers: by("kubectl/v1.35.0"), sender: "developer in step null" },
  { asked: "CreatePod", of: "api-server", headers: by("curl/8"), method: "POST", sender: "developer in step 1" },
  { asked: "TokenRequest", of: "api-server", headers: by("kubelet/v1.35.0"), method: "POST", sender: "kubelet in step 4" },
  { asked: "PatchPod", of: "api-server", headers: by("my-operator/1"), method: "PATCH", sender: "controller in step 1" },
])("$asked of $of: $sender", ({ asked, of, headers = {}, method = "GET", sender }) => {
  const request = { method, url: "https://host.test/", headers, body: "" };
  const { actor, step } = decideSender({ request, to: of, name: asked, ownerOf: () => null });
  expect(`${actor} in step ${step}`).toBe(sender);
});

test("a key of a user that STS gave out is an app's", () => {
  const request = { method: "GET", url: "https://host.test/", headers: signedWith("AKIA1"), body: "" };
  expect(decideSender({ request, to: "s3", name: "GetObject", ownerOf: () => ({}) }).actor).toBe("sdk");
});
