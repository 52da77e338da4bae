import type { Json, JsonObject } from "@irsa-sim/core";

/** A file that a tool writes from something else: changing it changes nothing, or harms. */
export interface Generated {
  readonly tool: "Terraform";
  /** What its source says otherwise, such as `aws_iam_role.orders`; in order, each once. */
  readonly addresses: readonly string[];
}

/**
 * Whether a mended file is what Terraform prints or keeps (`terraform show -json`, a state): the change belongs into its source.
 *
 * @returns `null` for a file that somebody writes
 */
export function generatedBy(before: string, after: string): Generated | null {
  if (!/^\s*\{/.test(before) || !before.includes('"terraform_version"')) return null;
  const [was, is] = [before, after].map((text) => JSON.parse(text) as JsonObject);
  if (was === undefined || is === undefined || typeof was.terraform_version !== "string") return null;
  return { tool: "Terraform", addresses: [...new Set(changedAddresses(was, is))] };
}

/** Addresses of the resources in which two outputs differ. */
function changedAddresses(before: Json, after: Json): readonly string[] {
  if (typeof before !== "object" || typeof after !== "object" || before === null || after === null || JSON.stringify(before) === JSON.stringify(after))
    return [];
  const own = Array.isArray(before) ? null : addressOf(before as JsonObject);
  if (own !== null) return [own];
  return Object.entries(before).flatMap(([member, value]) => changedAddresses(value as Json, ((after as JsonObject)[member] ?? null) as Json));
}

/** A module has an address as well, and resources below it. */
function addressOf({ address, values, type, name, instances, module }: JsonObject): string | null {
  if (typeof address === "string" && values !== undefined) return address;
  return typeof type === "string" && typeof name === "string" && Array.isArray(instances)
    ? `${typeof module === "string" ? `${module}.` : ""}${type}.${name}`
    : null;
}
