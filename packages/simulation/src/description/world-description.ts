import type { AwsDescription } from "./aws-description.js";
import type { ClusterDescription } from "./cluster-description.js";
import type { IssuerDescription } from "./issuer-description.js";
import type { WebhookDescription } from "./webhook-description.js";

/** A world in plain values: what stands when it begins, wherever it was read from. */
export interface WorldDescription {
  readonly issuer: IssuerDescription;
  readonly cluster: ClusterDescription;
  readonly webhook: WebhookDescription;
  readonly aws: AwsDescription;
  /** Init containers that run until they are told to end; others are done at once. */
  readonly runUntilTold: readonly ContainerName[];
}

/** A container by its pod's name and its own. */
interface ContainerName {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
}
