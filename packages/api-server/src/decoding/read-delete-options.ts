import { bodyText, type HttpRequest } from "@irsa-sim/core";
import { BodyError, decodeObject } from "@irsa-sim/kubernetes-types";
import { type FieldProblem, invalidConstant, notSupported } from "../admission/field-problem.js";
import type { DeletionWish, PropagationPolicy } from "../deletion/deletion-wish.js";
import { REFUSALS } from "../kubernetes-status.js";
import { readBody } from "../routes/read-body.js";

/** What a DELETE says besides whom. */
export interface DeleteOptions {
  readonly isDryRun: boolean;
  /** What the object must be for the request to count. */
  readonly preconditions: { readonly uid?: string; readonly resourceVersion?: string };
  /** How the object is to go. */
  readonly wish: DeletionWish;
}

/** As a client writes them. */
interface SentOptions {
  readonly dryRun?: readonly string[];
  readonly preconditions?: DeleteOptions["preconditions"];
  readonly gracePeriodSeconds?: number;
  readonly orphanDependents?: boolean;
  readonly propagationPolicy?: string;
}

/**
 * Reads the options of a DELETE: those in the body, or those of the query where there is none.
 *
 * @throws {KubernetesStatus} 400, 415, 422
 */
export function readDeleteOptions(request: HttpRequest): DeleteOptions {
  const { dryRun = [], preconditions = {}, ...sent }: SentOptions = bodyText(request) === "" ? optionsOfQuery(request) : optionsOfBody(request);
  return { isDryRun: dryRun.includes("All"), preconditions, wish: { gracePeriodSeconds: sent.gracePeriodSeconds ?? null, propagationPolicy: policyOf(sent) } };
}

function optionsOfBody(request: HttpRequest): SentOptions {
  const { mediaType, text } = readBody(request, ["application/json", "application/yaml"]);
  try {
    return decodeObject(text, { expected: { kind: "DeleteOptions", group: "", version: "v1" }, mediaType }).object as SentOptions;
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    throw REFUSALS.badRequest(error.message);
  }
}

function optionsOfQuery({ url }: HttpRequest): SentOptions {
  const { searchParams } = new URL(url);
  const [grace = "", orphan = "", propagationPolicy = ""] = ["gracePeriodSeconds", "orphanDependents", "propagationPolicy"].map(
    (name) => searchParams.get(name) ?? "",
  );
  if (!/^[+-]?\d*$/.test(grace)) throw REFUSALS.badRequest(`strconv.ParseInt: parsing "${grace}": invalid syntax`);
  return {
    ...(grace !== "" && { gracePeriodSeconds: Number(grace) }),
    ...(orphan !== "" && { orphanDependents: !["0", "false"].includes(orphan.toLowerCase()) }),
    ...(propagationPolicy !== "" && { propagationPolicy }),
  };
}

const POLICIES: readonly string[] = ["Foreground", "Background", "Orphan"] satisfies PropagationPolicy[];

function policyOf({ orphanDependents, propagationPolicy }: SentOptions): PropagationPolicy | null {
  const refuse = (problem: FieldProblem) => REFUSALS.invalid({ kind: "DeleteOptions", group: "meta.k8s.io" }, "", [problem]);
  if (orphanDependents !== undefined && propagationPolicy !== undefined) {
    throw refuse(invalidConstant("propagationPolicy", propagationPolicy, "orphanDependents and deletionPropagation cannot be both set"));
  }
  if (propagationPolicy !== undefined && !POLICIES.includes(propagationPolicy))
    throw refuse(notSupported("propagationPolicy", propagationPolicy, [...POLICIES, "nil"]));
  if (orphanDependents !== undefined) return orphanDependents ? "Orphan" : "Background";
  return (propagationPolicy as PropagationPolicy | undefined) ?? null;
}
