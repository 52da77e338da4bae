import { expect, test } from "vitest";
import { awsConfig, type ClientFilesInput, kubeconfig, shellExports } from "./client-files.js";

const NAMES = ["https", "http", "sts", "s3", "iam", "eks", "imds", "issuer", "webhook", "kubernetes"] as const;
const INPUT: ClientFilesInput = {
  endpoints: Object.fromEntries(NAMES.map((name, index) => [name, { url: `http://127.0.0.1:${index}` }])) as ClientFilesInput["endpoints"],
  region: "eu-west-1",
  clusterName: "demo",
  kubernetesToken: "t0ken",
  roots: "pem",
  developerKey: { accessKeyId: "AKIA1", secretAccessKey: "s3cret" },
};

test("kubectl finds the cluster, whom to trust and who it is", () => {
  expect(JSON.parse(kubeconfig(INPUT))).toMatchObject({
    clusters: [{ name: "demo", cluster: { server: "http://127.0.0.1:9", "certificate-authority-data": "cGVt" } }],
    users: [{ name: "developer", user: { token: "t0ken" } }],
    contexts: [{ context: { cluster: "demo", user: "developer" } }],
    "current-context": "demo",
  });
});

test("AWS's tools find the developer's key and the services", () => {
  expect(awsConfig(INPUT)).toBe(`[profile developer]
region = eu-west-1
aws_access_key_id = AKIA1
aws_secret_access_key = s3cret
services = irsa-sim

[services irsa-sim]
sts =
  endpoint_url = http://127.0.0.1:2
s3 =
  endpoint_url = http://127.0.0.1:3
iam =
  endpoint_url = http://127.0.0.1:4
eks =
  endpoint_url = http://127.0.0.1:5
`);
});

test("a shell reads every value as it is", () => {
  expect(shellExports({ B: "it's $HOME `x`", A: "" })).toBe("export A=''\nexport B='it'\\''s $HOME `x`'\n");
});
