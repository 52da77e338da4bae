import type { JsonObject } from "@irsa-sim/core";
import { type DeploymentInput, labelsOf, NAME } from "../deployment-input.js";

/** Names of what is mounted. */
export const SCENARIO = `${NAME}-scenario`;
export const KEYS = `${NAME}-keys`;

/** The AWS side as people wrote it, which all replicas read. */
export function scenario(input: DeploymentInput): JsonObject {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: SCENARIO, namespace: input.namespace, labels: labelsOf(input) },
    data: Object.fromEntries(input.scenario),
  };
}

/** Certificates, their keys, and the key for sessions: whoever reads it can be anybody here. */
export function keys(input: DeploymentInput): JsonObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: KEYS, namespace: input.namespace, labels: labelsOf(input) },
    type: "Opaque",
    data: { "state.json": Buffer.from(input.state).toString("base64") },
  };
}
