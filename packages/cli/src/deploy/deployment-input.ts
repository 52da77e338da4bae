/** What manifests are made from. A value may be a marker that a chart puts a value of its own in the place of. */
export interface DeploymentInput {
  readonly namespace: string;
  readonly image: string;
  /** How many replicas; a marker in a chart. */
  readonly replicas: number | string;
  readonly version: string;
  readonly region: string;
  /** PEM of all roots that clients have to trust. */
  readonly roots: string;
  /** The text of `state.json`. */
  readonly state: string;
  /** The scenario's files by their names. */
  readonly scenario: ReadonlyMap<string, string>;
}

/** The name of everything that is made. */
export const NAME = "irsa-sim";

/** The first port, and behind it one for each service, as `up` has them. */
const FIRST_PORT = 4570;

/** What the cluster may reach; metadata, issuer and the simulated API are nobody's there. */
export const PORTS = {
  https: FIRST_PORT,
  http: FIRST_PORT + 1,
  sts: FIRST_PORT + 2,
  s3: FIRST_PORT + 3,
  iam: FIRST_PORT + 4,
  eks: FIRST_PORT + 5,
  webhook: FIRST_PORT + 8,
} as const;

/** Labels by which the pods are found, and those of everything else. */
export const SELECTOR = { "app.kubernetes.io/name": NAME } as const;
export function labelsOf({ version }: Pick<DeploymentInput, "version">) {
  return { ...SELECTOR, "app.kubernetes.io/version": version };
}

/** The name of the Service in the cluster. */
export function serviceHost({ namespace }: Pick<DeploymentInput, "namespace">): string {
  return `${NAME}.${namespace}.svc`;
}
