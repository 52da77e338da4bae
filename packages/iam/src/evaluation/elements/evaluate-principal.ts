import type { Json } from "@irsa-sim/core";
import type { ElementResult, PolicyPrincipal } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { policyValues } from "../policy-values.js";
import type { Statement } from "../statement.js";
import { accountNamed, accountOfPrincipal, principalStrength } from "./principal-names.js";

/**
 * Matches `Principal` or `NotPrincipal`: the caller must be named under its own kind, exactly; `*` names everybody, an account all of its callers.
 * A statement that names nobody matches nobody. `NotPrincipal` spares only whoever is listed by each of its names, its account among them, and has no
 * permissions boundary.
 *
 * @see sts-and-iam.md, section 5.1; policies.md, item 8
 */
export function evaluatePrincipal(statement: Statement, pointer: string, caller: PolicyPrincipal): ElementResult {
  const negated = statement.Principal === undefined && statement.NotPrincipal !== undefined;
  const element = statement.Principal ?? statement.NotPrincipal ?? {};
  const elementPointer = jsonPointer(pointer, negated ? "NotPrincipal" : "Principal");
  const { expected, own } = namedIn(element, caller);
  // The name that counts most, so that the order of the values means nothing.
  const [matchedBy] = own.filter((value) => names(value, caller)).sort((a, b) => principalStrength(b) - principalStrength(a));
  return {
    element: "Principal",
    pointer: own.length === 0 || element === "*" ? elementPointer : jsonPointer(elementPointer, caller.kind),
    matched: negated ? !isSpared(own, caller) : matchedBy !== undefined,
    expected,
    actual: caller.arns,
    ...(matchedBy === undefined || negated ? {} : { matchedBy }),
  };
}

/** The values of the caller's own kind and, to say what is wanted instead, those of the others where it has none. */
function namedIn(element: Json, { kind }: PolicyPrincipal): { readonly expected: readonly string[]; readonly own: readonly string[] } {
  if (element === "*") return { expected: ["*"], own: ["*"] };
  const kinds = element as { readonly [kind: string]: Json };
  const own = kinds[kind] === undefined ? [] : policyValues(kinds[kind]);
  const others = Object.entries(kinds).flatMap(([other, values]) => policyValues(values).map((value) => `${other}: ${value}`));
  return { expected: own.length > 0 ? own : others, own };
}

function names(value: string, { kind, arns }: PolicyPrincipal): boolean {
  if (value === "*" || (arns as readonly string[]).includes(value)) return true;
  return kind === "AWS" && arns.some((arn) => accountOfPrincipal(arn) === accountNamed(value));
}

function isSpared(listed: readonly string[], { kind, arns, hasPermissionsBoundary = false }: PolicyPrincipal): boolean {
  if (hasPermissionsBoundary) return false;
  if (listed.includes("*")) return true;
  const isListed = (arn: string): boolean =>
    listed.includes(arn) && (kind !== "AWS" || listed.some((value) => accountNamed(value) === accountOfPrincipal(arn)));
  return arns.length > 0 && arns.every(isListed);
}
