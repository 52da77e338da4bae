import type { IssuerUrl, Trace } from "@irsa-sim/core";
import type { Kubelet } from "@irsa-sim/kubelet-projector";
import { issuerCertificate } from "../../settings/cluster/issuer/issuer-certificate.js";
import type { ControlPlane } from "../create-cluster.js";
import { createClusterWebhook } from "../create-cluster-webhook.js";
import type { IssuerHosts } from "../issuer-hosts.js";
import type { Wiring } from "../wiring.js";
import { answerFromOutside } from "./answer-from-outside.js";
import type { OutsideCluster } from "./outside-cluster.js";

/** What a cluster needs beside what all actors are wired with. */
interface JoinOptions {
  readonly trace: Trace;
  readonly issuerHosts: IssuerHosts;
  readonly signal: AbortSignal;
  readonly cluster: OutsideCluster;
}

/**
 * Wires a world with a real cluster: its API server and issuer answer under the names by which the world knows theirs, and the webhook is ours.
 * Leaves out: what a real cluster does by itself. Its pods, tokens and keys are its own, so nothing here starts, reads or changes them, and EKS Auth takes no token of it.
 */
export function joinCluster(wiring: Wiring, { trace, issuerHosts, signal, cluster }: JoinOptions): ControlPlane {
  const { clock, hosts, keys } = wiring;
  const handler = answerFromOutside(cluster, { clock, signal });
  hosts.listen({ host: "kubernetes.default.svc", actor: "api-server", handler, certificate: keys.certificates.kubernetes });
  for (const url of new Set([cluster.issuerUrl, new URL(cluster.jwksUrl).origin as IssuerUrl]))
    issuerHosts.publish(url, { handler, certificate: issuerCertificate(keys, url) });
  const webhook = createClusterWebhook(wiring, { trace, signal });
  const { delayWatch } = webhook.start();
  return {
    kubelet: ELSEWHERE,
    readObject: () => null,
    clusterState: null,
    podNamed: (_, name) => name,
    tokenIssuer: null,
    associations: webhook.associations,
    delayWebhookWatch: delayWatch,
    rotateIssuerKey: async () => {
      throw new Error("the keys of a real cluster are its own");
    },
  };
}

/** The real ones look after the cluster's pods; nothing runs here. */
const ELSEWHERE: Kubelet = {
  start() {},
  stop() {},
  async restart() {},
  container: () => null,
  waiting: () => null,
  restartContainer: () => false,
  exitContainer: () => false,
};
