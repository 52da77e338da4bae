import type { JsonObject } from "@irsa-sim/core";
import { type EditedDocument, editorSchemaOf, isManifestKind } from "@irsa-sim/documents";
import { editorSchema } from "@irsa-sim/scenario-runner";

/** Made when they are first asked for: each takes some milliseconds. */
const made = new Map<string, JsonObject>();

/**
 * The schema of what is being written at a place: the scenario language in `scenario.yaml`, else that of a manifest or of a policy, by what stands there; `null` for
 * anything else.
 */
export function schemaFor(path: string, text: string, position: number): JsonObject | null {
  if (path.endsWith("/scenario.yaml")) return keep("scenario", () => editorSchema("scenario.schema.json"));
  const document = path.endsWith(".json") ? policyIn(path, text) : manifestAt(text, position);
  return document === null ? null : keep(JSON.stringify(document), () => editorSchemaOf(document));
}

function keep(name: string, make: () => JsonObject): JsonObject {
  const schema = made.get(name) ?? make();
  made.set(name, schema);
  return schema;
}

/** A file may hold several manifests. */
function manifestAt(text: string, position: number): EditedDocument | null {
  const start = text.lastIndexOf("\n---", position - 1) + 1;
  const end = text.indexOf("\n---", position);
  const kind = /^kind:\s*["']?(\w+)/m.exec(text.slice(start, end === -1 ? undefined : end))?.[1] ?? "";
  return isManifestKind(kind) ? { manifest: kind } : null;
}

/** What is printed of a role or a provider is left alone; a policy is one by its statements, or by its name while it has none. */
function policyIn(path: string, text: string): EditedDocument | null {
  if (/"kind"\s*:/.test(text) || !(/"Statement"/.test(text) || /policy/.test(path)) || /"(Role|PolicyDocument|AssumeRolePolicyDocument)"/.test(text))
    return null;
  if (/trust/.test(path) || /AssumeRoleWithWebIdentity/.test(text)) return { policy: "trust" };
  return { policy: /"(Not)?Principal"/.test(text) || /bucket|key/.test(path) ? "resource" : "permission" };
}
