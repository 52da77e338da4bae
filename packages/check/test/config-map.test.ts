/** The webhook's ConfigMap says the role where no annotation does. */
import { describe, expect, test } from "vitest";
import type { InputFile } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";

const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const ARN = "arn:aws:iam::111122223333:role/payments";
const trusting = (subject: string): InputFile => ({
  file: "trust.json",
  isNamed: true,
  text: JSON.stringify({
    Role: {
      RoleName: "payments",
      Arn: ARN,
      Path: "/",
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: {
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: { StringEquals: { [`${ISSUER}:sub`]: subject } },
        },
      },
    },
  }),
});
const account = (annotations: object | null) =>
  yaml("account.yaml", [
    { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "payments", namespace: "billing", ...(annotations && { annotations }) } },
  ]);
const DEPLOYMENT = yaml("app.yaml", [
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "payments", namespace: "billing" },
    spec: { template: { metadata: {}, spec: { serviceAccountName: "payments", containers: [{ name: "app", image: "app" }] } } },
  },
]);
const configMap = (config: string, metadata: object = {}) =>
  yaml("config-map.yaml", [
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "pod-identity-webhook", namespace: "kube-system", ...metadata }, data: { config } },
  ]);
const entries = (written: object) => JSON.stringify(written, null, 2);
const ENTRY = { RoleARN: ARN, Audience: "sts.amazonaws.com" };
const webhookWith = (...args: readonly string[]) =>
  yaml("webhook.yaml", [
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: "pod-identity-webhook", namespace: "kube-system" },
      spec: {
        template: {
          metadata: {},
          spec: { containers: [{ name: "webhook", image: "public.ecr.aws/eks/amazon-eks-pod-identity-webhook:v0.6.0", command: ["/webhook", ...args] }] },
        },
      },
    },
  ]);
const SUBJECT = "system:serviceaccount:billing:payments";
const RIGHT = [account(null), DEPLOYMENT, trusting(SUBJECT)];

interface Row {
  readonly name: string;
  readonly files: readonly InputFile[];
  /** Verdict, role, and cause. */
  readonly told: readonly (string | null)[];
  /** File of the cause, and its pointer. */
  readonly at?: string;
}

describe("with the webhook's ConfigMap", () => {
  test.each<Row>([
    { name: "an entry", files: [...RIGHT, configMap(entries({ "billing/payments": ENTRY }))], told: ["works", ARN, null] },
    { name: "an entry for any namespace", files: [...RIGHT, configMap(entries({ "*/payments": ENTRY }))], told: ["works", ARN, null] },
    {
      name: "an entry in other letters, as Go reads it",
      files: [...RIGHT, configMap(entries({ "billing/payments": { roleARN: ARN, audience: "sts.amazonaws.com" } }))],
      told: ["works", ARN, null],
    },
    {
      name: "an entry of a service account that nobody made: the webhook asks nobody, and the API server has none of that name",
      files: [DEPLOYMENT, trusting(SUBJECT), configMap(entries({ "billing/payments": ENTRY }))],
      told: ["works", ARN, null],
    },
    { name: "an entry and no workload", files: [trusting(SUBJECT), configMap(entries({ "billing/payments": ENTRY }))], told: ["works", ARN, null] },
    {
      name: "an annotation beside an entry: the annotation counts",
      files: [
        account({ "eks.amazonaws.com/role-arn": ARN }),
        DEPLOYMENT,
        trusting(SUBJECT),
        configMap(entries({ "billing/payments": { RoleARN: `${ARN}-2` } })),
      ],
      told: ["works", ARN, null],
    },
    {
      name: "an entry, and the role trusts somebody else",
      files: [account(null), DEPLOYMENT, trusting("system:serviceaccount:billing:other"), configMap(entries({ "billing/payments": ENTRY }))],
      told: ["broken", ARN, "trust-sub-mismatch"],
      at: "trust.json",
    },
    {
      name: "an entry without an audience, which is not the flag's",
      files: [...RIGHT, configMap(entries({ "billing/payments": { RoleARN: ARN } }))],
      told: ["broken", ARN, "provider-audience-mismatch"],
      at: "config-map.yaml/data/config",
    },
    {
      name: "a role that is not there",
      files: [...RIGHT, configMap(entries({ "billing/payments": { ...ENTRY, RoleARN: `${ARN}s` } }))],
      told: ["broken", `${ARN}s`, "role-missing"],
      at: "config-map.yaml/data/config",
    },
    {
      name: "a lifetime in quotes: nothing of it is read",
      files: [...RIGHT, configMap(entries({ "billing/payments": { ...ENTRY, TokenExpiration: "3600" } }))],
      told: ["broken", null, "webhook-config-map-unreadable"],
      at: "config-map.yaml/data/config",
    },
    {
      name: "no JSON",
      files: [...RIGHT, configMap(`{"billing/payments": {"RoleARN": "${ARN}"},}`)],
      told: ["broken", null, "webhook-config-map-unreadable"],
      at: "config-map.yaml/data/config",
    },
    { name: "null", files: [...RIGHT, configMap("null")], told: ["broken", null, "webhook-config-map-entry-lost"], at: "config-map.yaml/data/config" },
    {
      name: "entries of others alone",
      files: [...RIGHT, configMap(entries({ "shop/other": ENTRY }))],
      told: ["broken", null, "annotation-absent-or-misplaced"],
    },
    {
      name: "a command line that watches it",
      files: [...RIGHT, configMap(entries({ "billing/payments": ENTRY })), webhookWith("--watch-config-map", "--namespace=kube-system")],
      told: ["works", ARN, null],
    },
    {
      name: "a command line that watches another namespace",
      files: [...RIGHT, configMap(entries({ "billing/payments": ENTRY })), webhookWith("--watch-config-map")],
      told: ["broken", null, "annotation-absent-or-misplaced"],
    },
    {
      name: "a command line without the flag",
      files: [...RIGHT, configMap(entries({ "billing/payments": ENTRY })), webhookWith("--namespace=kube-system")],
      told: ["broken", null, "annotation-absent-or-misplaced"],
    },
    {
      name: "an annotation of another prefix, which the command line says",
      files: [account({ "example.com/role-arn": ARN }), DEPLOYMENT, trusting(SUBJECT), webhookWith("--annotation-prefix=example.com")],
      told: ["works", ARN, null],
    },
    {
      name: "an export of a living one",
      files: [
        ...RIGHT,
        configMap(entries({ "billing/payments": ENTRY }), {
          uid: "6f1b",
          resourceVersion: "301",
          creationTimestamp: "2025-03-04T10:11:12Z",
          managedFields: [
            {
              manager: "kubectl",
              operation: "Update",
              apiVersion: "v1",
              time: "2025-03-04T10:11:12Z",
              fieldsType: "FieldsV1",
              fieldsV1: { "f:data": { "f:config": {} } },
            },
          ],
        }),
      ],
      told: ["works", ARN, null],
    },
  ])("$name", async ({ files, told, at }) => {
    const { verdict, workloads, failure } = await checkInput(files);
    const [where] = workloads[0]?.containers[0]?.causedAt ?? [];
    expect([verdict, workloads[0]?.role ?? null, failure?.cause ?? null]).toEqual(told);
    if (at !== undefined) expect(`${where?.file}${where?.pointer}`).toContain(at);
  });

  test.each([
    {
      name: "which is not read, is told",
      webhook: webhookWith("--namespace=kube-system"),
      notice: "is not read: the webhook's command line has no --watch-config-map",
    },
    {
      name: "in another namespace is told",
      webhook: webhookWith("--watch-config-map"),
      notice: "is not read: the webhook's command line says --namespace=eks",
    },
  ])("one $name", async ({ webhook, notice }) => {
    const { notices } = await checkInput([...RIGHT, configMap(entries({ "billing/payments": ENTRY })), webhook]);
    expect(notices.map(({ message }) => message)).toContainEqual(expect.stringContaining(notice));
  });

  test("that it is read is assumed, and told", async () => {
    const { assumptions } = await checkInput([...RIGHT, configMap(entries({ "billing/payments": ENTRY }))]);
    expect(assumptions.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("assumed that it reads the ConfigMap kube-system/pod-identity-webhook"),
    );
  });
});
