import { createHash } from "node:crypto";
import type { JsonObject } from "@irsa-sim/core";
import { type DeploymentInput, labelsOf, NAME, PORTS, SELECTOR, serviceHost } from "../deployment-input.js";
import { KEYS, SCENARIO } from "./configuration.js";

/** Where it finds what is mounted. */
const FOLDERS = { scenario: "/etc/irsa-sim/scenario", keys: "/etc/irsa-sim/keys", state: "/run/irsa-sim" };
/** The user `node` of Node's images. */
const USER = 1000;

/** The replicas: nobody's root, with nothing to write to but their own state. */
export function deployment(input: DeploymentInput): JsonObject {
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: NAME, namespace: input.namespace, labels: labelsOf(input) },
    spec: {
      replicas: input.replicas,
      selector: { matchLabels: SELECTOR },
      template: { metadata: { labels: labelsOf(input), annotations: { "irsa-sim/mounted": digest(input) } }, spec: podSpec(input) },
    },
  };
}

/** Of what is mounted, so that pods are replaced when it is: a running one reads it only once. */
function digest({ scenario, state }: DeploymentInput): string {
  return createHash("sha256")
    .update(JSON.stringify([...scenario]))
    .update(state)
    .digest("hex");
}

function podSpec(input: DeploymentInput): JsonObject {
  return {
    serviceAccountName: NAME,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: USER,
      runAsGroup: USER,
      fsGroup: USER,
      seccompProfile: { type: "RuntimeDefault" },
    },
    containers: [container(input)],
    volumes: [
      { name: "scenario", configMap: { name: SCENARIO } },
      { name: "keys", secret: { secretName: KEYS, defaultMode: 0o440 } },
      { name: "state", emptyDir: { medium: "Memory", sizeLimit: "64Mi" } },
    ],
  };
}

function container(input: DeploymentInput): JsonObject {
  return {
    name: NAME,
    image: input.image,
    imagePullPolicy: "IfNotPresent",
    args: argumentsOf(input),
    ports: Object.entries(PORTS).map(([name, containerPort]) => ({ name, containerPort })),
    securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
    // It listens once its world is made, which takes the API server's answers.
    startupProbe: { ...HEALTH, periodSeconds: 2, failureThreshold: 60 },
    readinessProbe: { ...HEALTH, periodSeconds: 5 },
    livenessProbe: { ...HEALTH, periodSeconds: 20, timeoutSeconds: 5 },
    resources: { requests: { cpu: "100m", memory: "192Mi" }, limits: { memory: "512Mi" } },
    volumeMounts: [
      { name: "scenario", mountPath: FOLDERS.scenario, readOnly: true },
      { name: "keys", mountPath: FOLDERS.keys, readOnly: true },
      { name: "state", mountPath: FOLDERS.state },
    ],
  };
}

/** The webhook's own answer to whoever asks whether it lives. */
const HEALTH = { httpGet: { path: "/healthz", port: "webhook", scheme: "HTTPS" } };

/** What is run in the image. The state folder is one in the mounted one, which is the cluster's. */
function argumentsOf(input: Pick<DeploymentInput, "namespace">): readonly string[] {
  return [
    "up",
    FOLDERS.scenario,
    "--in-cluster",
    `--advertise=${serviceHost(input)}`,
    `--keys=${FOLDERS.keys}/state.json`,
    `--state=${FOLDERS.state}/state`,
    "--listen=0.0.0.0",
    `--port=${PORTS.https}`,
    "--no-color",
  ];
}
