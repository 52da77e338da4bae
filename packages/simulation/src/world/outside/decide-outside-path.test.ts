import type { IssuerUrl } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideOutsidePath } from "./decide-outside-path.js";

const CLUSTER = { issuerUrl: "https://kubernetes.default.svc" as IssuerUrl, jwksUrl: "https://172.18.0.2:6443/openid/v1/jwks" };
const WEBHOOK = { authorization: "Bearer simulated-pod-identity-webhook" };
const SERVER = "https://kubernetes.default.svc";
const ACCOUNTS = "/api/v1/serviceaccounts";

test.each<{
  readonly name: string;
  readonly url: string;
  readonly method?: string;
  readonly headers?: object;
  readonly path: ReturnType<typeof decideOutsidePath>;
}>([
  {
    name: "anybody reads the discovery document",
    url: `${SERVER}/.well-known/openid-configuration`,
    path: { path: "/.well-known/openid-configuration", isWatch: false },
  },
  { name: "anybody reads the keys where the document says", url: CLUSTER.jwksUrl, path: { path: "/openid/v1/jwks", isWatch: false } },
  { name: "keys elsewhere are nobody's", url: "https://other.example/openid/v1/jwks", path: null },
  { name: "the webhook lists service accounts", url: `${SERVER}${ACCOUNTS}?`, headers: WEBHOOK, path: { path: ACCOUNTS, isWatch: false } },
  {
    name: "the webhook watches them",
    url: `${SERVER}${ACCOUNTS}?watch=1&resourceVersion=7`,
    headers: WEBHOOK,
    path: { path: `${ACCOUNTS}?watch=1&resourceVersion=7`, isWatch: true },
  },
  {
    name: "the webhook gets one",
    url: `${SERVER}/api/v1/namespaces/default/serviceaccounts/a.b`,
    headers: WEBHOOK,
    path: { path: "/api/v1/namespaces/default/serviceaccounts/a.b", isWatch: false },
  },
  { name: "the webhook's secrets are nobody's", url: `${SERVER}/api/v1/secrets`, headers: WEBHOOK, path: null },
  { name: "tokens are asked of nobody", url: `${SERVER}/api/v1/namespaces/a/serviceaccounts/b/token`, headers: WEBHOOK, path: null },
  { name: "a path that leads elsewhere", url: `${SERVER}/api/v1/namespaces/a/serviceaccounts/../../../secrets`, headers: WEBHOOK, path: null },
  { name: "nothing is changed", url: `${SERVER}${ACCOUNTS}`, method: "POST", headers: WEBHOOK, path: null },
  { name: "a stranger reads no service accounts", url: `${SERVER}${ACCOUNTS}`, path: null },
  { name: "nor with another token", url: `${SERVER}${ACCOUNTS}`, headers: { authorization: "Bearer simulated-developer" }, path: null },
])("$name", ({ url, method = "GET", headers = {}, path }) => {
  expect(decideOutsidePath({ method, url, headers: { ...headers }, body: "" }, CLUSTER)).toEqual(path);
});
