import type { Actor, HttpRequest } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { nameRequest } from "./name-request.js";

const FORM = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
const S3 = "https://s3.eu-west-1.amazonaws.com";
const API = "https://kubernetes.default.svc";

test.each<{ readonly to: Actor; readonly line: string; readonly headers?: HttpRequest["headers"]; readonly body?: string; readonly name: string }>([
  { to: "sts", line: "POST https://sts.test/", headers: FORM, body: "Action=AssumeRoleWithWebIdentity&Version=2011-06-15", name: "AssumeRoleWithWebIdentity" },
  { to: "sts", line: "GET https://sts.test/?Action=GetCallerIdentity", name: "GetCallerIdentity" },
  { to: "sts", line: "POST https://sts.test/", body: "Action=AssumeRole", name: "POST /" },
  { to: "iam", line: "POST https://iam.test/", headers: FORM, body: "Action=CreateRole", name: "CreateRole" },
  { to: "s3", line: `GET ${S3}/my-bucket/key`, name: "GetObject" },
  { to: "s3", line: `PUT ${S3}/my-bucket/key?partNumber=1&uploadId=x`, name: "UploadPart" },
  { to: "s3", line: `PATCH ${S3}/my-bucket/key`, name: "PATCH /my-bucket/key" },
  { to: "s3", line: `GET ${S3}/my-bucket/%ff`, name: "GET /my-bucket/%ff" },
  { to: "aws", line: "POST https://secretsmanager.test/", headers: { "x-amz-target": "secretsmanager.GetSecretValue" }, name: "GetSecretValue" },
  { to: "aws", line: "GET https://eks.test/clusters/demo", name: "DescribeCluster" },
  { to: "oidc-issuer", line: "GET https://oidc.test/id/A/.well-known/openid-configuration", name: "Discovery document" },
  { to: "oidc-issuer", line: "GET https://oidc.test/id/A/keys", name: "JWKS" },
  { to: "node", line: "PUT http://169.254.169.254/latest/api/token", name: "GetMetadataToken" },
  { to: "node", line: "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/", name: "GetNodeRoleName" },
  { to: "node", line: "GET http://169.254.169.254/latest/meta-data/iam/security-credentials/role", name: "GetNodeCredentials" },
  { to: "pod-identity-agent", line: "GET http://169.254.170.23/v1/credentials", name: "GetContainerCredentials" },
  { to: "node", line: "GET http://169.254.169.254/latest/meta-data/placement/region", name: "GET /latest/meta-data/placement/region" },
  { to: "webhook", line: "POST https://webhook.test/mutate?timeout=10s", name: "AdmissionReview" },
  { to: "webhook", line: "GET https://webhook.test/healthz", name: "GET /healthz" },
  { to: "api-server", line: `GET ${API}/api/v1/namespaces/default/pods?limit=500`, name: "ListPods" },
  { to: "api-server", line: `GET ${API}/api/v1/namespaces/default/pods/my-pod`, name: "GetPod" },
  { to: "api-server", line: `GET ${API}/api/v1/pods?watch=true`, name: "WatchPods" },
  { to: "api-server", line: `POST ${API}/api/v1/namespaces/default/serviceaccounts`, name: "CreateServiceAccount" },
  { to: "api-server", line: `POST ${API}/api/v1/namespaces/default/serviceaccounts/a/token`, name: "TokenRequest" },
  { to: "api-server", line: `PATCH ${API}/apis/apps/v1/namespaces/default/deployments/web`, name: "PatchDeployment" },
  { to: "api-server", line: `GET ${API}/api/v1/namespaces/default`, name: "GetNamespace" },
  { to: "api-server", line: `GET ${API}/api/v1/namespaces/default/endpoints`, name: "List endpoints" },
  { to: "api-server", line: `GET ${API}/openapi/v3`, name: "GET /openapi/v3" },
])("$line to $to: $name", ({ to, line, headers = {}, body = "", name }) => {
  const [method = "", url = ""] = line.split(" ");
  expect(nameRequest({ method, url, headers, body }, to)).toBe(name);
});
