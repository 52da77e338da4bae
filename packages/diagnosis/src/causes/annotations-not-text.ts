import type { Edit, ExchangeEvent, Json, JsonObject } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { escapeSegment } from "../pointer.js";
import { objectIn } from "../sent-object.js";

/** Not in failures.md: what helm --set makes of a dot. */
export const annotationsNotText: Cause = {
  id: "annotations-not-text",
  rank: "mistaken",
  title: "An annotation's value is no text, often because helm --set took the dots of its key apart",
  see: "json: cannot unmarshal object into Go struct field ObjectMeta.metadata.annotations of type string (BadRequest, 400)",
  why: "helm --set a.b=c makes a map of maps unless the dots are escaped, and YAML makes numbers and booleans of what has no quotes. The API server takes texts alone.",
  prove: ["helm template with the same --set, and look at metadata.annotations", "kubectl apply --dry-run=server -f FILE"],
  sources: [
    "https://github.com/hashicorp/terraform-provider-helm/issues/838",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/274",
    "https://helm.sh/docs/intro/using_helm/",
  ],
  explain({ check, exchange, told }) {
    if (check.actor !== "api-server" || !/of type string/.test(told.message) || !/annotations|labels/.test(told.message)) return null;
    const sent = exchange === null ? null : readSent(exchange);
    const nested = Object.entries(sent?.metadata?.annotations ?? {}).filter(([, value]) => typeof value !== "string");
    if (sent === null || nested.length === 0) return null;
    const [[key, value] = ["", null]] = nested;
    const isMap = typeof value === "object" && value !== null;
    const flat = Object.fromEntries(nested.flatMap(([name, one]) => flatten(name, one)));
    return {
      because: isMap
        ? `the annotation ${key} holds a map and no text: the key was taken apart at its dots, and ${Object.keys(flat).join(", ")} was meant`
        : `the annotation ${key} is ${JSON.stringify(value)} without quotes, which is no text`,
      fix: isMap
        ? `escape the dots of the key (helm: --set 'annotations.eks\\.amazonaws\\.com/role-arn=ARN'), so that it is ${Object.keys(flat).join(", ")}`
        : `put the value of ${key} into quotes`,
      edits: editsOf(
        sent,
        nested.map(([name]) => name),
        flat,
      ),
    };
  },
};

interface SentObject {
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string; readonly annotations?: JsonObject };
}

function readSent({ request }: ExchangeEvent): SentObject | null {
  return objectIn(request) as SentObject | null;
}

/** `{ eks: { amazonaws: { "com/role-arn": "x" } } }` as `eks.amazonaws.com/role-arn`. */
function flatten(name: string, value: Json): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[name, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${name}.${key}`, inner));
}

function editsOf({ kind, metadata }: SentObject, nested: readonly string[], flat: Readonly<Record<string, string>>): readonly Edit[] {
  const source = `${kind}/${metadata.namespace ?? "default"}/${metadata.name}`;
  const at = (name: string): string => `/metadata/annotations/${escapeSegment(name)}`;
  return [
    ...nested.map((name) => ({ source, pointer: at(name), value: null })),
    ...Object.entries(flat).map(([name, value]) => ({ source, pointer: at(name), value })),
  ];
}
