/** Clusters beside the first, in the same AWS: each with its issuer, keys, nodes and webhook, and perhaps with an account and a region of its own. */
import { namedRecord, pattern, strictObject } from "@irsa-sim/core/schema";
import type { z } from "zod";
import { accountId } from "../aws/account-id.js";
import { checkFlavour, clusterShape } from "../cluster/cluster-settings.js";
import { describeIssuer } from "../cluster/issuer/describe-issuer.js";
import { webhookSettings } from "../webhook/webhook-settings.js";
import { idOfCluster, issuerIdOf } from "./id-of-cluster.js";

/** There are keys for so many. */
export const MOST_FURTHER_CLUSTERS = 2;

const clusterName = pattern(/^[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}$/, "a cluster's name: letters, digits, - and _");

const furtherCluster = strictObject({
  ...clusterShape,
  issuerId: clusterShape.issuerId.unwrap().optional().describe("last part of the issuer's URL, on EKS; made from the cluster's name when left out"),
  instanceId: clusterShape.instanceId.unwrap().optional().describe("the node's EC2 instance; made from the cluster's name when left out"),
  account: accountId.optional().describe("the account of the cluster, whose node role and profile it uses; the account of aws when left out"),
  webhook: webhookSettings.prefault({}).describe("the cluster's own pod identity webhook, as the member webhook says it of the first cluster"),
}).superRefine(checkFlavour);

/** By name, in their order. */
export const clusters = namedRecord(clusterName, furtherCluster, "clusters by name")
  .transform((byName) => new Map(Object.entries(byName).map(([name, cluster]) => [name, describeCluster(name, cluster)])))
  .refine(({ size }) => size <= MOST_FURTHER_CLUSTERS, { error: `at most ${MOST_FURTHER_CLUSTERS} clusters beside the first` })
  .prefault({})
  .describe(
    "further clusters by name, each with an issuer, keys, nodes and a webhook of its own; entries of the timeline say cluster: NAME for what happens there",
  );

function describeCluster(name: string, { account, webhook, ...written }: z.output<typeof furtherCluster>) {
  const { issuerId = issuerIdOf(name), instanceId = `i-${idOfCluster(name, 17)}` } = written;
  const cluster = { ...written, name, issuerId, instanceId };
  return { cluster: { ...cluster, issuer: describeIssuer(cluster) }, webhook, account };
}
