import { createHostDirectory, type HttpRequest } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideTarget } from "./decide-target.js";
import type { Service } from "./endpoints.js";

const handler = async () => ({ status: 200, headers: {}, body: "" });
const certificate = { chain: [], privateKey: "" };
const hosts = createHostDirectory();
for (const host of ["sts.eu-west-1.amazonaws.com", "sts.us-east-1.amazonaws.com", "s3.eu-west-1.amazonaws.com", "*.s3.eu-west-1.amazonaws.com"])
  hosts.listen({ host, actor: "sts", handler, certificate });
hosts.listen({ host: "169.254.169.254", actor: "node", handler });

const origins: Readonly<Record<Service, string>> = {
  sts: "https://sts.eu-west-1.amazonaws.com",
  s3: "https://s3.eu-west-1.amazonaws.com",
  iam: "https://iam.amazonaws.com",
  eks: "https://eks.eu-west-1.amazonaws.com",
  imds: "http://169.254.169.254",
  issuer: "https://oidc.test",
  webhook: "https://webhook.test",
  kubernetes: "https://kubernetes.test",
};

const signedFor = (region: string, name: string) => ({
  authorization: `AWS4-HMAC-SHA256 Credential=ASIA1/20260105/${region}/${name}/aws4_request, SignedHeaders=host`,
});

test.each<{
  readonly name: string;
  readonly url: string;
  readonly service: Service | null;
  readonly headers?: HttpRequest["headers"];
  readonly target: string | null;
}>([
  { name: "a real name", url: "https://sts.us-east-1.amazonaws.com/", service: null, target: "https://sts.us-east-1.amazonaws.com/" },
  {
    name: "a real name with the port it came to",
    url: "https://sts.us-east-1.amazonaws.com:4443/x",
    service: null,
    target: "https://sts.us-east-1.amazonaws.com/x",
  },
  {
    name: "a real name goes before the port's service",
    url: "http://sts.us-east-1.amazonaws.com:4566/",
    service: "s3",
    target: "https://sts.us-east-1.amazonaws.com/",
  },
  { name: "what speaks no TLS", url: "https://169.254.169.254/latest", service: null, target: "http://169.254.169.254/latest" },
  { name: "an unknown name", url: "https://example.com/", service: null, target: null },
  { name: "this machine at a service's port", url: "http://127.0.0.1:4566/", service: "sts", target: "https://sts.eu-west-1.amazonaws.com/" },
  { name: "this machine at no service's port", url: "http://127.0.0.1:4566/", service: null, target: null },
  {
    name: "path style, as it was sent",
    url: "http://127.0.0.1:4566/my-bucket/a/../%2e?list-type=2#x",
    service: "s3",
    target: "https://s3.eu-west-1.amazonaws.com/my-bucket/a/../%2e?list-type=2#x",
  },
  { name: "a bucket before localhost", url: "http://my-bucket.localhost:4566/key", service: "s3", target: "https://my-bucket.s3.eu-west-1.amazonaws.com/key" },
  {
    name: "signed for another region",
    url: "http://127.0.0.1:4566/",
    service: "sts",
    headers: signedFor("us-east-1", "sts"),
    target: "https://sts.us-east-1.amazonaws.com/",
  },
  {
    name: "signed in the URL for another region",
    url: "http://127.0.0.1:4566/?X-Amz-Credential=ASIA1%2F20260105%2Fus-east-1%2Fsts%2Faws4_request",
    service: "sts",
    target: "https://sts.us-east-1.amazonaws.com/?X-Amz-Credential=ASIA1%2F20260105%2Fus-east-1%2Fsts%2Faws4_request",
  },
  {
    name: "signed for a region that nobody answers for",
    url: "http://127.0.0.1:4566/",
    service: "sts",
    headers: signedFor("mars-1", "sts"),
    target: "https://sts.eu-west-1.amazonaws.com/",
  },
  {
    name: "signed for a service without region in its name",
    url: "http://127.0.0.1:4566/",
    service: "iam",
    headers: signedFor("us-east-1", "iam"),
    target: "https://iam.amazonaws.com/",
  },
])("$name", ({ url, service, headers = {}, target }) => {
  expect(decideTarget({ request: { method: "GET", url, headers, body: "" }, hosts, service, origins })).toBe(target);
});
