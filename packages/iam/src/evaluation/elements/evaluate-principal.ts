import type { Json } from "@irsa-sim/core";
import type { ElementResult, PolicyRequest } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { policyValues } from "../policy-values.js";

/**
 * Matches `Principal`: the caller must be named under its own kind, exactly; a bare `"*"` names everybody.
 * Leaves out: `NotPrincipal`, and account principals such as `arn:aws:iam::111122223333:root` that stand for all of an account.
 *
 * @param element absent in a statement that names nobody, which then matches nobody
 * @see sts-and-iam.md, section 5.1
 */
export function evaluatePrincipal(element: Json | undefined, pointer: string, caller: NonNullable<PolicyRequest["principal"]>): ElementResult {
  const result = { element: "Principal", pointer, actual: caller.arns } as const;
  if (element === "*") return { ...result, matched: true, expected: ["*"] };
  const kinds = (element ?? {}) as { readonly [kind: string]: Json };
  const wanted = kinds[caller.kind];
  const expected =
    wanted === undefined ? Object.entries(kinds).flatMap(([kind, values]) => policyValues(values).map((value) => `${kind}: ${value}`)) : policyValues(wanted);
  const matched = wanted !== undefined && expected.some((value) => value === "*" || (caller.arns as readonly string[]).includes(value));
  return { ...result, pointer: wanted === undefined ? pointer : jsonPointer(pointer, caller.kind), matched, expected };
}
