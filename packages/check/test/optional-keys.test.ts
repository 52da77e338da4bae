/** Keys of Secrets that need not be there, as charts have them: what is not given is not there. */
import { expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";

const account = {
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: "csi", namespace: "kube-system", annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/csi" } },
};
const deployment = (container: object) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "csi", namespace: "kube-system" },
  spec: { template: { metadata: {}, spec: { serviceAccountName: "csi", containers: [{ name: "plugin", image: "plugin", ...container }] } } },
});
const secret = (keys: object) => ({ apiVersion: "v1", kind: "Secret", metadata: { name: "aws-secret", namespace: "kube-system" }, ...keys });
const variables = (optional: object) => ({
  env: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map((name) => ({
    name,
    valueFrom: { secretKeyRef: { name: "aws-secret", key: name.toLowerCase(), ...optional } },
  })),
});
const all = { envFrom: [{ secretRef: { name: "aws-secret" } }] };

test.each<{ readonly name: string; readonly objects: readonly object[]; readonly cause: string | null }>([
  { name: "optional, and no Secret is given", objects: [deployment(variables({ optional: true }))], cause: null },
  { name: "optional, and the Secret has other keys", objects: [deployment(variables({ optional: true })), secret({ data: { user: "eA==" } })], cause: null },
  {
    name: "optional, and the Secret has them",
    objects: [deployment(variables({ optional: true })), secret({ data: { aws_access_key_id: "c2VjcmV0", aws_secret_access_key: "c2VjcmV0" } })],
    cause: "static-keys-shadow-irsa",
  },
  { name: "needed, and no Secret is given", objects: [deployment(variables({}))], cause: "static-keys-shadow-irsa" },
  { name: "all of a Secret that is not given", objects: [deployment(all)], cause: null },
  {
    name: "all of a Secret that has them",
    objects: [deployment(all), secret({ stringData: { AWS_ACCESS_KEY_ID: "c2VjcmV0", AWS_SECRET_ACCESS_KEY: "c2VjcmV0" } })],
    cause: "static-keys-shadow-irsa",
  },
])("$name", async ({ objects, cause }) => {
  const report = await checkInput([yaml("all.yaml", [account, ...objects])]);
  expect([report.failure?.cause ?? null, JSON.stringify(report)]).toEqual([cause, expect.not.stringContaining("c2VjcmV0")]);
});
