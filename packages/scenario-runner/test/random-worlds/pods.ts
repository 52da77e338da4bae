/** What can be wrong in service account, pod and app. */
import { SDK_IDS } from "@irsa-sim/sdk-credential-provider";
import { edit, type MutationKind, ROLE, segment } from "./mutation.js";

const POD = "Pod/default/my-pod";
const ACCOUNT = "ServiceAccount/default/my-service-account";
const annotation = (name: string): string => `/metadata/annotations/${segment(`eks.amazonaws.com/${name}`)}`;
const ENV = "/spec/containers/0/env";
const FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token";

const ROLES = [
  `${ROLE}\n`,
  ` ${ROLE}`,
  "my-pod-role",
  "arn:aws:iam::111122223333:role/team/my-pod-role",
  "arn:aws:iam::111122223333:role/nobody",
  "arn:aws:iam::444455556666:role/my-pod-role",
  "arn:aws-cn:iam::111122223333:role/my-pod-role",
  `${ROLE},arn:aws:iam::111122223333:role/other`,
  "arn:aws:iam::1111:role/my-pod-role",
  "",
];

const ENVIRONMENTS = [
  { AWS_ROLE_ARN: ROLE },
  { AWS_WEB_IDENTITY_TOKEN_FILE: FILE },
  { AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: FILE },
  { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE", AWS_SECRET_ACCESS_KEY: "notasecret" },
  { AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE" },
  { AWS_PROFILE: "staging" },
  { AWS_REGION: "us-east-1" },
  { AWS_ROLE_SESSION_NAME: "a name with blanks" },
  { AWS_ROLE_SESSION_NAME: "x".repeat(70) },
  { AWS_STS_REGIONAL_ENDPOINTS: "legacy" },
  { AWS_CONFIG_FILE: "/nowhere" },
];

export const POD_MUTATIONS: readonly MutationKind[] = [
  (pick) => {
    const role = pick(ROLES);
    return { name: `the annotation is ${JSON.stringify(role)}`, edits: [edit(ACCOUNT, annotation("role-arn"), role)] };
  },
  () => ({ name: "no annotation", edits: [edit(ACCOUNT, annotation("role-arn"), null)] }),
  (pick) => {
    const [name, value] = pick([
      ["audience", "my-app"],
      ["token-expiration", "10"],
      ["token-expiration", "soon"],
      ["sts-regional-endpoints", "perhaps"],
    ] as const);
    return { name: `the annotation ${name} is ${value}`, edits: [edit(ACCOUNT, annotation(name), value)] };
  },
  (pick) => {
    const name = pick(["default", "none", "other"]);
    return { name: `the pod runs as ${name}`, edits: [edit(POD, "/spec/serviceAccountName", name)] };
  },
  (pick) => {
    const environment = pick(ENVIRONMENTS);
    return {
      name: `the container's env is ${JSON.stringify(environment)}`,
      edits: [
        edit(
          POD,
          ENV,
          Object.entries(environment).map(([name, value]) => ({ name, value })),
        ),
      ],
    };
  },
  (pick) => {
    const environment = pick(ENVIRONMENTS);
    return { name: `the app's environment is ${JSON.stringify(environment)}`, edits: [edit("call", "/app/environment", environment)] };
  },
  (pick) => {
    const volume = pick([
      { name: "aws-iam-token", emptyDir: {} },
      { name: "cache", emptyDir: {} },
    ]);
    const mountPath = pick(["/var/run/secrets/eks.amazonaws.com/serviceaccount", "/cache"]);
    return {
      name: `volume ${volume.name} at ${mountPath}`,
      edits: [edit(POD, "/spec/volumes", [volume]), edit(POD, "/spec/containers/0/volumeMounts", [{ name: volume.name, mountPath }])],
    };
  },
  (pick) => {
    const list = pick(["app", "app,proxy", "proxy"]);
    return { name: `skip-containers is ${list}`, edits: [edit(POD, annotation("skip-containers"), list)] };
  },
  (pick) => {
    const version = pick(["1.18", "1.20"]);
    const user = pick([1000, 0]);
    return {
      name: `Kubernetes ${version}, user ${user}`,
      edits: [edit("cluster", "/version", version), edit(POD, "/spec/securityContext", { runAsUser: user })],
    };
  },
  () => ({ name: "no webhook", edits: [edit("webhook", "/absent", true)] }),
  () => ({ name: "no region from the webhook", edits: [edit("webhook", "/region", ""), edit("webhook", "/stsRegionalEndpoints", false)] }),
  (pick) => {
    const sdk = pick(SDK_IDS);
    return { name: `the app is on ${sdk}`, edits: [edit("call", "/sdk", sdk)] };
  },
  (pick) => {
    const [name, value] = pick([
      ["hasStsModule", false],
      ["sdkVersion", "1.0.0"],
      ["trustedRoots", []],
      ["regionFromNode", true],
      ["knowsPodIdentity", false],
      ["user", 1000],
      ["region", "us-east-1"],
      ["profile", "dev"],
      ["credentials", ["env"]],
      ["credentials", ["imds"]],
      ["httpClients", ["apache-client", "url-connection-client"]],
    ] as const);
    return { name: `the app's ${name} is ${JSON.stringify(value)}`, edits: [edit("call", `/app/${name}`, value as never)] };
  },
  (pick) => {
    const token = pick([
      { sends: "path" },
      { sends: "content", file: "/var/run/secrets/kubernetes.io/serviceaccount/token" },
      { sends: "content", file: "/nowhere" },
    ]);
    return { name: `the app sends ${JSON.stringify(token)}`, edits: [edit("call", "/app/webIdentityToken", token)] };
  },
];
