import type { EndpointName } from "@irsa-sim/live";

/** All that listens, in the order of its ports. */
const ORDER: readonly (EndpointName | "control")[] = ["https", "http", "sts", "s3", "iam", "eks", "imds", "issuer", "webhook", "kubernetes", "control"];

/** A port for each; 0 for any. */
export type UpPorts = Readonly<Record<EndpointName | "control", number>>;

/** The ports from the first on, one after another; any for all where the first is 0. */
export function decidePorts(first: number): UpPorts {
  return Object.fromEntries(ORDER.map((name, index) => [name, first === 0 ? 0 : first + index])) as UpPorts;
}
