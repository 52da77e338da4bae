import type { Cause, Symptom } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { credentialsOf } from "../credentials-of.js";
import { failingContainers, isCallerRefused } from "../node-role.js";

/** failures.md, rank 16. */
export const staticKeysShadowIrsa: Cause = {
  id: "static-keys-shadow-irsa",
  rank: "mistaken",
  narrows: ["key-and-token-mismatch", "signed-otherwise"],
  met: "everywhere",
  title: "Static keys come before the web identity in the SDK's chain",
  see: "Calls made as an IAM user or another role; NoCredentialProviders when AWS_SHARED_CREDENTIALS_FILE points to nothing",
  why: "Env keys come before web identity in every chain; charts inject them (document stores, Velero's cloud secret, demo ConfigMaps with key/secret).",
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
    const keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
    const written = writtenContainer(symptom)?.container.env?.some(({ name }) => keys.includes(name)) ?? false;
    const place = source === "env" ? `the container's environment${written ? "" : broughtBy(symptom)}` : "a shared credentials file";
    return {
      because: `the SDK found the key ${String(credentials?.accessKeyId)} in ${place}, ${hasWebIdentity(symptom) ? "and never looked at the token" : "and the pod has no token that it could look at in its place"}`,
      fix: `take the keys out of ${place} and create the pod again`,
      edits: source === "env" && written ? environmentEdits(symptom, Object.fromEntries(keys.map((name) => [name, null]))) : [],
    };
  },
};

/** Whole objects that the container takes as variables: their keys do not stand in the pod. */
function broughtBy(symptom: Symptom): string {
  const names = (writtenContainer(symptom)?.container.envFrom ?? []).flatMap(({ secretRef, configMapRef }) => [
    ...(secretRef?.name === undefined ? [] : [`Secret ${secretRef.name}`]),
    ...(configMapRef?.name === undefined ? [] : [`ConfigMap ${configMapRef.name}`]),
  ]);
  return names.length === 0 ? "" : `, which has all of ${names.join(" and ")} by envFrom`;
}

function hasWebIdentity(symptom: Symptom): boolean {
  return failingContainers(symptom).some(({ env = [] }) => env.some(({ name }) => name === "AWS_WEB_IDENTITY_TOKEN_FILE"));
}
