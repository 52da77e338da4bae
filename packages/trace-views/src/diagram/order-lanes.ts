import type { Actor } from "@irsa-sim/core";
import type { Row } from "./row.js";

/** From the developer on the left to the resource on the right, so that most arrows of the flow go to a neighbour. */
const ORDER: readonly Actor[] = [
  ...([
    "simulator",
    "developer",
    "controller",
    "webhook",
    "api-server",
    "tokens-controller",
    "kubelet",
    "node",
    "sdk",
    "pod-identity-agent",
    "sts",
    "oidc-issuer",
    "iam",
    "s3",
    "aws",
  ] as const),
];

/** The lanes of those who send, answer or do something in these rows. */
export function orderLanes(rows: readonly Pick<Row, "from" | "to">[]): readonly Actor[] {
  const seen = new Set(rows.flatMap(({ from, to }) => [from, to]));
  return ORDER.filter((actor) => seen.has(actor));
}
