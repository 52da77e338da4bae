import type { HttpRequest } from "@irsa-sim/core";
import { notSupported } from "../admission/field-problem.js";
import { REFUSALS } from "../kubernetes-status.js";

/**
 * Whether a request is only to be tried: everything is decided, and nothing kept.
 *
 * @throws {KubernetesStatus} 422 for another value of `dryRun` than `All`
 */
export function readDryRun({ url, method }: HttpRequest): boolean {
  const asked = new URL(url).searchParams.getAll("dryRun").filter((value) => value !== "");
  if (asked.some((value) => value !== "All"))
    throw REFUSALS.invalid({ kind: OPTIONS[method] ?? "DeleteOptions", group: "meta.k8s.io" }, "", [notSupported("dryRun", asked, ["All"])]);
  return asked.length > 0;
}

const OPTIONS: Readonly<Record<string, string>> = { POST: "CreateOptions", PUT: "UpdateOptions", PATCH: "PatchOptions" };
