import type { StoredObject } from "../../storage/kubernetes-object.js";
import type { Resource } from "../../storage/resources.js";

const POD_FIELDS = [
  "metadata.name",
  "metadata.namespace",
  "spec.nodeName",
  "spec.restartPolicy",
  "spec.schedulerName",
  "spec.serviceAccountName",
  "spec.hostNetwork",
  "status.phase",
  "status.podIP",
  "status.podIPs",
  "status.nominatedNodeName",
];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Pod: POD_FIELDS,
  Event: [
    "metadata.name",
    "metadata.namespace",
    ...["kind", "namespace", "name", "uid", "apiVersion", "resourceVersion", "fieldPath"].map((member) => `involvedObject.${member}`),
    ...["reason", "reportingComponent", "source", "type"],
  ],
  Node: ["metadata.name", "spec.unschedulable"],
  Namespace: ["metadata.name", "status.phase"],
  Secret: ["metadata.name", "metadata.namespace", "type"],
};
/** Fields that are truths; one that is absent is `false`. */
const TRUTHS = ["spec.hostNetwork", "spec.unschedulable"];

/** Whether objects of a kind can be selected by a field. */
export function isSelectable(field: string, { kind }: Resource): boolean {
  return (FIELDS[kind] ?? ["metadata.name", "metadata.namespace"]).includes(field);
}

/** A field's value as selectors compare it; empty for none. */
export function fieldOf(object: StoredObject, field: string): string {
  let value: unknown = object;
  for (const member of field.split(".")) value = (value as Readonly<Record<string, unknown>> | undefined)?.[member];
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  return TRUTHS.includes(field) ? "false" : "";
}
