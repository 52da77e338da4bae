/** Manifests as far as the simulator reads them; what it does not read is passed on as it is. */

import { choice, flag, list, looseObject, pattern, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";
import { rbacSchemas } from "./rbac-schema.js";
import { workloadSchemas } from "./workload-schema.js";

const name = pattern(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "a name of lower-case letters, digits, - and .");
const annotations = record(z.string({ error: "text; numbers and booleans need quotes here" }), "annotations, each a text");
/** Of every object. */
export const metadata = looseObject({
  name: name.optional(),
  generateName: text().optional(),
  namespace: name.optional(),
  annotations: annotations.nullish(),
  labels: annotations.nullish(),
});

const environmentVariable = looseObject({
  name: text("the variable's name"),
  value: z.string({ error: "text; numbers and booleans need quotes here" }).optional(),
});
const volumeMount = looseObject({ name: text("the volume's name"), mountPath: text("a path"), readOnly: flag().optional() });
/** A list that is left empty (`env:`) is none, as for the API server; charts write such. */
const container = looseObject({
  name: text("the container's name"),
  image: text("an image").optional(),
  env: list(environmentVariable, "a list of variables").nullish(),
  volumeMounts: list(volumeMount, "a list of mounts").nullish(),
});
const containers = list(container, "a list of containers");
/** Of a pod, or of a template of pods. */
export const podSpec = looseObject({
  serviceAccountName: z.string({ error: "the service account's name" }).optional(),
  containers,
  initContainers: containers.nullish(),
  volumes: list(looseObject({ name: text("the volume's name") }), "a list of volumes").nullish(),
});
const data = record(z.string({ error: "text; numbers, booleans and objects need quotes or a block here" }), "texts by key");

/** Schemas by kind. */
export const KUBERNETES_SCHEMAS = {
  ServiceAccount: strictObject({
    apiVersion: choice(["v1"]),
    kind: choice(["ServiceAccount"]),
    metadata,
    automountServiceAccountToken: flag().optional(),
    secrets: z.array(z.unknown(), { error: "a list" }).optional(),
    imagePullSecrets: z.array(z.unknown(), { error: "a list" }).optional(),
  }),
  Pod: strictObject({
    apiVersion: choice(["v1"]),
    kind: choice(["Pod"]),
    metadata,
    spec: podSpec,
    status: z.unknown().optional(),
  }),
  ConfigMap: strictObject({
    apiVersion: choice(["v1"]),
    kind: choice(["ConfigMap"]),
    metadata,
    data: data.optional(),
    binaryData: data.optional(),
    immutable: flag().optional(),
  }),
  Secret: strictObject({
    apiVersion: choice(["v1"]),
    kind: choice(["Secret"]),
    metadata,
    type: text().optional(),
    data: data.optional(),
    stringData: data.optional(),
    immutable: flag().optional(),
  }),
  ...workloadSchemas({ metadata, podSpec }),
  ...rbacSchemas({ metadata }),
  Namespace: strictObject({ apiVersion: choice(["v1"]), kind: choice(["Namespace"]), metadata }),
} as const;

/** A kind of manifest that can be applied. */
export type KubernetesKind = keyof typeof KUBERNETES_SCHEMAS;
