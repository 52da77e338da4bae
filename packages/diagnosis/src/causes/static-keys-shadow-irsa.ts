import { bodyText, type Edit, type ExchangeEvent } from "@irsa-sim/core";
import type { Cause, Symptom } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { credentialsOf } from "../credentials-of.js";
import { failingContainers, isCallerRefused, lastStoredPod } from "../node-role.js";
import { objectIn } from "../sent-object.js";

const KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

/** failures.md, rank 16. */
export const staticKeysShadowIrsa: Cause = {
  id: "static-keys-shadow-irsa",
  rank: "mistaken",
  narrows: ["key-and-token-mismatch", "signed-otherwise"],
  met: "everywhere",
  title: "Static keys come before the web identity in the SDK's chain",
  see: "Calls made as an IAM user or another role; NoCredentialProviders when AWS_SHARED_CREDENTIALS_FILE points to nothing",
  why: "Env keys come before web identity in every chain; charts inject them, one by one or as a whole Secret by envFrom (document stores, Velero's cloud secret, demo ConfigMaps with key/secret).",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_", "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity"],
  sources: [
    "https://github.com/camunda/camunda-docs/pull/9134",
    "https://github.com/velero-io/velero/issues/8240",
    "https://github.com/velero-io/velero/issues/6181",
    "https://github.com/velero-io/velero/issues/1689",
    "https://github.com/helm/charts/issues/15998",
  ],
  explain(symptom) {
    const { check } = symptom;
    const credentials = credentialsOf(symptom);
    const source = String(credentials?.source);
    // A profile's role is assumed, and its keys are temporary.
    if (!isCallerRefused(check) || !["env", "profile"].includes(source) || credentials?.roleArn !== undefined) return null;
    // Keys that are no good shadow nothing in a pod that has no token.
    if (check.check.endsWith(".authentication") && !hasWebIdentity(symptom)) return null;
    const written = writtenContainer(symptom)?.container.env?.some(({ name }) => KEYS.includes(name)) ?? false;
    const objects = source === "env" && !written ? objectsBehind(symptom) : [];
    const place = source !== "env" ? "a shared credentials file" : objects.length === 0 ? "the container's environment" : objects.map(tellObject).join(" and ");
    const why = objects.length === 0 ? `in ${place}` : `in the container's environment, which takes all of ${place} by envFrom`;
    return {
      because: `the SDK found the key ${String(credentials?.accessKeyId)} ${why}, ${hasWebIdentity(symptom) ? "and never looked at the token" : "and the pod has no token that it could look at in its place"}`,
      fix: `take the keys out of ${place} and create the pod again`,
      edits: written
        ? environmentEdits(symptom, Object.fromEntries(KEYS.map((name) => [name, null])))
        : objects.flatMap((object) => objectEdits(symptom, object)),
    };
  },
};

interface NamedObject {
  readonly kind: "Secret" | "ConfigMap";
  readonly namespace: string;
  readonly name: string;
}

/** Whole objects that the container takes as variables: their keys do not stand in the pod. */
function objectsBehind(symptom: Symptom): readonly NamedObject[] {
  const namespace = lastStoredPod(symptom.events)?.metadata.namespace ?? "default";
  return (writtenContainer(symptom)?.container.envFrom ?? []).flatMap(({ secretRef, configMapRef }) => [
    ...(secretRef?.name === undefined ? [] : [{ kind: "Secret" as const, namespace, name: secretRef.name }]),
    ...(configMapRef?.name === undefined ? [] : [{ kind: "ConfigMap" as const, namespace, name: configMapRef.name }]),
  ]);
}

function tellObject({ kind, name }: NamedObject): string {
  return `${kind} ${name}`;
}

/** Where the object's manifest has them; none where it was not seen. */
function objectEdits({ all }: Symptom, { kind, namespace, name }: NamedObject): readonly Edit[] {
  const sent = all.findLast(
    (event): event is ExchangeEvent =>
      event.kind === "exchange" && event.name === `Create${kind}` && event.response?.status === 201 && bodyText(event.request).includes(`"${name}"`),
  );
  const manifest = sent === undefined ? {} : (objectIn(sent.request) ?? {});
  return ["data", "stringData"].flatMap((member) =>
    KEYS.filter((key) => Object.hasOwn((manifest[member] ?? {}) as object, key)).map((key) => ({
      source: `${kind}/${namespace}/${name}`,
      pointer: `/${member}/${key}`,
      value: null,
    })),
  );
}

function hasWebIdentity(symptom: Symptom): boolean {
  return failingContainers(symptom).some(({ env = [] }) => env.some(({ name }) => name === "AWS_WEB_IDENTITY_TOKEN_FILE"));
}
