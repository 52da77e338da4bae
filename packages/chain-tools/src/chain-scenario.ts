import { type ChainSituation, leadingElsewhere } from "./chain-situation.js";

/** The role that STS knows in the world in which a chain is played. */
export const KNOWN_ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
/** The OIDC provider of that world's cluster. */
const KNOWN_PROVIDER = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
/** A role that nobody made: STS refuses. */
const UNKNOWN_ROLE = "arn:aws:iam::111122223333:role/nobody";
const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** Where the kubelet writes tokens; from there an entry point copies each to the path that its variable names. */
const TOKENS = "/var/run/secrets/irsa-sim";
/** Regions of other partitions, in which no role of this one counts. */
const ELSEWHERE = /^(cn|us-(iso\w?-)?gov|us-iso\w?)-/;
const KNOWN_REGION = "eu-west-1";

/** The user's role, when it can be one, is the known one here: whether AWS would let the pod have it is another question. */
export function takesKnownRole({ environment }: ChainSituation): boolean {
  return ROLE_ARN.test(environment.AWS_ROLE_ARN ?? "");
}

/** Where the agent of EKS Pod Identity is asked, and nobody else. */
const AGENT = /^http:\/\/(169\.254\.170\.23|\[fd00:ec2::23\])(:80)?\//i;

const AGENT_TOKENS = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount";

/** Whether the variables are those of EKS Pod Identity. */
export function isPodIdentity({ environment }: ChainSituation): boolean {
  return AGENT.test(environment.AWS_CONTAINER_CREDENTIALS_FULL_URI ?? "");
}

/** How a chain is played. */
export interface ChainChoice {
  /** Such as `go-v2`. */
  readonly sdk: string;
  /** Its release; the one that is imitated when `null`. */
  readonly sdkVersion: string | null;
  /** Whether the role is refused: by STS, or by EKS for want of an association. */
  readonly isRefused: boolean;
}

/**
 * The files of a scenario in which an app has these variables and files, on a node with a role of its own and with a good token at the path that they name; with EKS Pod Identity's variables there are agent and
 * association too.
 */
export function chainScenario(situation: ChainSituation, { sdk, sdkVersion, isRefused }: ChainChoice): ReadonlyMap<string, string> {
  const { environment, files } = situation;
  const role = isRefused ? UNKNOWN_ROLE : KNOWN_ROLE;
  const left = leadingElsewhere(environment);
  const variables = takesKnownRole(situation) ? { ...environment, AWS_ROLE_ARN: role } : environment;
  const env = Object.entries(variables).flatMap(([name, value]) => (left.includes(name) ? [] : [{ name, value: inKnownPartition(name, value) }]));
  const tokens = [
    { audience: "sts.amazonaws.com", path: "token", to: environment.AWS_WEB_IDENTITY_TOKEN_FILE ?? "" },
    ...(isPodIdentity(situation) ? [{ audience: "pods.eks.amazonaws.com", path: "agent", to: environment.AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE ?? "" }] : []),
  ];
  // With an association the webhook mounts a token there itself.
  const isMounted = (to: string): boolean => !isRefused && isPodIdentity(situation) && to.startsWith(`${AGENT_TOKENS}/`);
  const copies = tokens.flatMap(({ path, to }) => (to.startsWith("/") && !isMounted(to) ? [{ from: `${TOKENS}/${path}`, to }] : []));
  const sources = tokens.map(({ audience, path }) => ({ serviceAccountToken: { audience, expirationSeconds: 86_400, path } }));
  const volumeMounts = [{ name: "tokens", mountPath: TOKENS, readOnly: true }];
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "my-pod", namespace: "default" },
    spec: {
      serviceAccountName: "my-service-account",
      containers: [{ name: "app", image: "example.com/my-app:1.0", env, volumeMounts }],
      volumes: [{ name: "tokens", projected: { sources } }],
    },
  };
  const version = sdkVersion === null ? {} : { sdkVersion };
  const call = { pod: "my-pod", sdk, ...version, action: "s3:GetObject", bucket: "my-bucket", key: "hello.txt", files, copies };
  const scenario = {
    title: "A chain",
    base: "annotation-absent",
    ...(isPodIdentity(situation) ? { patch: withPodIdentity(isRefused) } : {}),
    timeline: [{ apply: ["service-account.yaml", "pod.yaml"] }, { call }],
    expect: { outcome: "succeeded" },
  };
  return new Map([
    ["scenario.yaml", JSON.stringify(scenario)],
    ["pod.yaml", JSON.stringify(pod)],
  ]);
}

/** What EKS Pod Identity needs beside what IRSA does. */
function withPodIdentity(isRefused: boolean) {
  return {
    "cluster.podIdentityAgent": true,
    "aws.podIdentityAssociations": isRefused ? [] : [{ serviceAccount: "my-service-account", role: "my-pod-role" }],
    "aws.roles[my-pod-role].trustPolicy.Statement[0]": {
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com", Federated: KNOWN_PROVIDER },
      Action: ["sts:AssumeRole", "sts:TagSession", "sts:AssumeRoleWithWebIdentity"],
      Condition: null,
    },
    "aws.nodeRole.policies.pod-identity": {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "eks-auth:AssumeRoleForPodIdentity", Resource: "*" }],
    },
  };
}

function inKnownPartition(name: string, value: string): string {
  return /_REGION$/.test(name) && ELSEWHERE.test(value) ? KNOWN_REGION : value;
}
