import { type ChainSituation, leadingElsewhere } from "./chain-situation.js";

/** The role that STS knows in the world in which a chain is played. */
export const KNOWN_ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
/** A role that nobody made: STS refuses. */
const UNKNOWN_ROLE = "arn:aws:iam::111122223333:role/nobody";
const ROLE_ARN = /^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
/** Where the kubelet writes the token; from there an entry point copies it to the path that the variable names. */
const TOKEN = { folder: "/var/run/secrets/irsa-sim", name: "token" };
/** Regions of other partitions, in which no role of this one counts. */
const ELSEWHERE = /^(cn|us-(iso\w?-)?gov|us-iso\w?)-/;
const KNOWN_REGION = "eu-west-1";

/** The user's role, when it can be one, is the known one here: whether AWS would let the pod have it is another question. */
export function takesKnownRole({ environment }: ChainSituation): boolean {
  return ROLE_ARN.test(environment.AWS_ROLE_ARN ?? "");
}

/**
 * The files of a scenario in which an app has these variables and files, on a node with a role of its own and with a good token at the path that they name.
 *
 * @param sdk such as `go-v2`
 * @param isRefused whether STS refuses the role
 */
export function chainScenario(
  situation: ChainSituation,
  { sdk, isRefused }: { readonly sdk: string; readonly isRefused: boolean },
): ReadonlyMap<string, string> {
  const { environment, files } = situation;
  const role = isRefused ? UNKNOWN_ROLE : KNOWN_ROLE;
  const left = leadingElsewhere(environment);
  const variables = takesKnownRole(situation) ? { ...environment, AWS_ROLE_ARN: role } : environment;
  const env = Object.entries(variables).flatMap(([name, value]) => (left.includes(name) ? [] : [{ name, value: inKnownPartition(name, value) }]));
  const path = environment.AWS_WEB_IDENTITY_TOKEN_FILE ?? "";
  const copies = path.startsWith("/") ? [{ from: `${TOKEN.folder}/${TOKEN.name}`, to: path }] : [];
  const volumeMounts = [{ name: "token", mountPath: TOKEN.folder, readOnly: true }];
  const source = { serviceAccountToken: { audience: "sts.amazonaws.com", expirationSeconds: 86_400, path: TOKEN.name } };
  const volumes = [{ name: "token", projected: { sources: [source] } }];
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "my-pod", namespace: "default" },
    spec: { serviceAccountName: "my-service-account", containers: [{ name: "app", image: "example.com/my-app:1.0", env, volumeMounts }], volumes },
  };
  const call = { pod: "my-pod", sdk, action: "s3:GetObject", bucket: "my-bucket", key: "hello.txt", files, copies };
  const scenario = {
    title: "A chain",
    base: "annotation-absent",
    timeline: [{ apply: ["service-account.yaml", "pod.yaml"] }, { call }],
    expect: { outcome: "succeeded" },
  };
  return new Map([
    ["scenario.yaml", JSON.stringify(scenario)],
    ["pod.yaml", JSON.stringify(pod)],
  ]);
}

function inKnownPartition(name: string, value: string): string {
  return /_REGION$/.test(name) && ELSEWHERE.test(value) ? KNOWN_REGION : value;
}
