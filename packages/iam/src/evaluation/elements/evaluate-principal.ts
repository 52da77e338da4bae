import type { Json } from "@irsa-sim/core";
import type { ElementResult, PolicyRequest } from "../decision.js";
import { jsonPointer } from "../json-pointer.js";
import { policyValues } from "../policy-values.js";
import type { Statement } from "../statement.js";

type Caller = NonNullable<PolicyRequest["principal"]>;

/**
 * Matches `Principal` or `NotPrincipal`: the caller must be named under its own kind, exactly; `*` names everybody, an account all of its callers.
 * A statement that names nobody matches nobody.
 *
 * @see sts-and-iam.md, section 5.1
 */
export function evaluatePrincipal(statement: Statement, pointer: string, caller: Caller): ElementResult {
  const negated = statement.Principal === undefined && statement.NotPrincipal !== undefined;
  const element = statement.Principal ?? statement.NotPrincipal ?? {};
  const elementPointer = jsonPointer(pointer, negated ? "NotPrincipal" : "Principal");
  const { expected, own } = namedIn(element, caller);
  const matchedBy = own.find((value) => names(value, caller));
  return {
    element: "Principal",
    pointer: own.length === 0 || element === "*" ? elementPointer : jsonPointer(elementPointer, caller.kind),
    matched: (matchedBy !== undefined) !== negated,
    expected,
    actual: caller.arns,
    ...(matchedBy === undefined || negated ? {} : { matchedBy }),
  };
}

/** The values of the caller's own kind and, to say what is wanted instead, those of the others where it has none. */
function namedIn(element: Json, { kind }: Caller): { readonly expected: readonly string[]; readonly own: readonly string[] } {
  if (element === "*") return { expected: ["*"], own: ["*"] };
  const kinds = element as { readonly [kind: string]: Json };
  const own = kinds[kind] === undefined ? [] : policyValues(kinds[kind]);
  const others = Object.entries(kinds).flatMap(([other, values]) => policyValues(values).map((value) => `${other}: ${value}`));
  return { expected: own.length > 0 ? own : others, own };
}

function names(value: string, { kind, arns }: Caller): boolean {
  if (value === "*" || (arns as readonly string[]).includes(value)) return true;
  const account = accountNamed(value);
  return kind === "AWS" && account !== null && arns.some((arn) => arn.split(":")[4] === account);
}

/** The account that a principal stands for as a whole: `111122223333` or `arn:aws:iam::111122223333:root`; `null` for any other. */
function accountNamed(value: string): string | null {
  return /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1] ?? null;
}
