/** Operators that act as a service account with a token of their own, and kinds of which nobody sees the pods. */
import { expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";

const ARN = "arn:aws:iam::111122223333:role/jobs";
const ISSUER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
const account = (name: string, annotations: object = {}) => ({ apiVersion: "v1", kind: "ServiceAccount", metadata: { name, namespace: "data", annotations } });
const ANNOTATED = account("jobs", { "eks.amazonaws.com/role-arn": ARN });
const deployment = (serviceAccountName: string) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "operator", namespace: "data" },
  spec: { template: { metadata: {}, spec: { serviceAccountName, containers: [{ name: "app", image: "app" }] } } },
});
const right = (rule: object) => [
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata: { name: "maker", namespace: "data" },
    rules: [{ apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"], ...rule }],
  },
  {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "RoleBinding",
    metadata: { name: "maker", namespace: "data" },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "maker" },
    subjects: [{ kind: "ServiceAccount", name: "operator", namespace: "data" }],
  },
];
const custom = (apiVersion: string, kind: string, spec: object) => ({ apiVersion, kind, metadata: { name: "one", namespace: "data" }, spec });
const OPERATOR = [ANNOTATED, account("operator"), deployment("operator")];

interface Row {
  readonly name: string;
  readonly objects: readonly object[];
  /** Kind and name of each that is checked. */
  readonly checked: readonly string[];
}

test.each<Row>([
  { name: "a right to make the account's tokens", objects: [...OPERATOR, ...right({ resourceNames: ["jobs"] })], checked: ["Pod any-pod-of-jobs"] },
  { name: "a right to make all tokens of the namespace", objects: [...OPERATOR, ...right({})], checked: ["Pod any-pod-of-jobs"] },
  {
    name: "an object that refers to the account",
    objects: [...OPERATOR, custom("external-secrets.io/v1", "SecretStore", { provider: { aws: { auth: { jwt: { serviceAccountRef: { name: "jobs" } } } } } })],
    checked: ["Pod any-pod-of-jobs"],
  },
  {
    name: "a SparkApplication",
    objects: [ANNOTATED, custom("sparkoperator.k8s.io/v1beta2", "SparkApplication", { driver: { serviceAccount: "jobs" }, executor: {} })],
    checked: ["SparkApplication one"],
  },
  {
    name: "a FlinkDeployment",
    objects: [
      ANNOTATED,
      custom("flink.apache.org/v1beta1", "FlinkDeployment", {
        serviceAccount: "jobs",
        podTemplate: { spec: { containers: [{ name: "flink-main-container" }] } },
      }),
    ],
    checked: ["FlinkDeployment one"],
  },
  {
    name: "a Workflow",
    objects: [ANNOTATED, custom("argoproj.io/v1alpha1", "Workflow", { serviceAccountName: "jobs", templates: [{ name: "a", container: { image: "a" } }] })],
    checked: ["Workflow one"],
  },
  {
    name: "a Rollout",
    objects: [
      ANNOTATED,
      custom("argoproj.io/v1alpha1", "Rollout", { template: { metadata: {}, spec: { serviceAccountName: "jobs", containers: [{ name: "a", image: "a" }] } } }),
    ],
    checked: ["Rollout one"],
  },
  {
    name: "a TaskRun",
    objects: [ANNOTATED, custom("tekton.dev/v1", "TaskRun", { serviceAccountName: "jobs", taskSpec: { steps: [{ name: "a", image: "a" }] } })],
    checked: ["TaskRun one"],
  },
  {
    name: "a PipelineRun",
    objects: [ANNOTATED, custom("tekton.dev/v1", "PipelineRun", { taskRunTemplate: { serviceAccountName: "jobs" } })],
    checked: ["PipelineRun one"],
  },
  {
    name: "a Knative Service whose container has no name",
    objects: [ANNOTATED, custom("serving.knative.dev/v1", "Service", { template: { spec: { serviceAccountName: "jobs", containers: [{ image: "a" }] } } })],
    checked: ["Service one"],
  },
  {
    name: "a Prometheus with a container of its own",
    objects: [
      ANNOTATED,
      custom("monitoring.coreos.com/v1", "Prometheus", { serviceAccountName: "jobs", replicas: 2, containers: [{ name: "thanos-sidecar", image: "a" }] }),
    ],
    checked: ["Prometheus one"],
  },
  {
    name: "an object of an operator that names an account without a role, beside a pod that has one",
    objects: [ANNOTATED, account("other"), deployment("jobs"), custom("flink.apache.org/v1beta1", "FlinkDeployment", { serviceAccount: "other" })],
    checked: ["Deployment operator"],
  },
])("$name", async ({ objects, checked }) => {
  const { verdict, workloads } = await checkInput([yaml("all.yaml", objects)]);
  expect([verdict, workloads.map(({ kind, name }) => `${kind} ${name}`)]).toEqual(["works", checked]);
});

test("what an operator's exchange is refused for is told as of a pod", async () => {
  const trust = {
    Role: {
      ...{ RoleName: "jobs", Arn: ARN, Path: "/" },
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: {
          ...{ Effect: "Allow", Action: "sts:AssumeRoleWithWebIdentity", Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${ISSUER}` } },
          Condition: { StringEquals: { [`${ISSUER}:sub`]: "system:serviceaccount:data:other" } },
        },
      },
    },
  };
  const { failure } = await checkInput([yaml("all.yaml", [...OPERATOR, ...right({ resourceNames: ["jobs"] })]), yaml("role.yaml", [trust])]);
  expect(failure?.cause).toBe("trust-sub-mismatch");
});

test("a role of a node beside the workload's says nothing of whether the workload's is there", async () => {
  const node = {
    Role: {
      ...{ RoleName: "node", Arn: "arn:aws:iam::111122223333:role/node", Path: "/" },
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      },
    },
  };
  const { verdict } = await checkInput([yaml("all.yaml", [ANNOTATED, deployment("jobs")]), yaml("role.yaml", [node])]);
  expect(verdict).toBe("works");
});
