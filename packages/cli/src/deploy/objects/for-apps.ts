/** What apps need to find the simulator in AWS's place; it belongs to their namespaces, so it names none. */
import type { JsonObject } from "@irsa-sim/core";
import { awsHosts } from "@irsa-sim/simulation";
import { type DeploymentInput, NAME, PORTS, serviceHost } from "../deployment-input.js";

const SERVICES = ["sts", "s3", "iam", "eks"] as const;

/** Endpoint variables, for `envFrom` in a container: nothing of the cluster's is changed. */
export function endpoints(input: Pick<DeploymentInput, "namespace">): JsonObject {
  const variables = SERVICES.map((service) => [`AWS_ENDPOINT_URL_${service.toUpperCase()}`, `http://${serviceHost(input)}:${PORTS[service]}`]);
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: `${NAME}-endpoints` }, data: Object.fromEntries(variables) };
}

/** The roots that a client has to trust which calls AWS by its real names. */
export function roots(input: Pick<DeploymentInput, "roots">): JsonObject {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: `${NAME}-ca` }, data: { "ca.pem": input.roots } };
}

/** Lines of CoreDNS's Corefile that lead AWS's real names of one region to the Service. */
export function corefile(input: Pick<DeploymentInput, "namespace" | "region">): string {
  const { sts, s3, iam, eks } = awsHosts(input.region);
  const service = `${serviceHost(input)}.cluster.local`;
  const names = [sts, s3, iam.host, eks].map((host) => `rewrite name exact ${host} ${service} answer auto`);
  const buckets = `rewrite name regex (.+)\\.${s3.replaceAll(".", "\\.")} ${service} answer auto`;
  return [...names, buckets, ""].join("\n");
}
