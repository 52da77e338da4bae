import { extend, type Finding } from "@irsa-sim/core";
import type { ActionConstraints } from "../parameters/constraints.js";
import { findViolations } from "../parameters/find-violations.js";
import { parseInt32 } from "../parameters/parse-int32.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { type CheckContext, fail, pass } from "./check-context.js";

const CHECK = { check: "sts.parameters", title: "parameters" } as const;

/**
 * Holds an action's parameters against its model; numbers first, because they are read before anything is validated.
 *
 * @throws {StsFault} `MalformedInput` or `ValidationError`
 * @see sts-and-iam.md, section 2.2
 */
export function requireConstraints(context: CheckContext, constraints: ActionConstraints): void {
  const { parameters } = context.query;
  for (const { name } of constraints.numbers) {
    const value = parameters.get(name);
    if (value === undefined || parseInt32(value) !== null) continue;
    const outcome = { ...CHECK, expected: { value: "a 32-bit whole number" }, actual: inRequest(value, name), reason: "not-an-integer" };
    throw fail(context, outcome, STS_FAULTS.malformedNumber(value));
  }
  const violations = findViolations(parameters, constraints);
  const [first] = violations;
  if (first !== undefined) {
    const { sensitive = false } = constraints.texts.find(({ name }) => name === first.parameter) ?? {};
    const actual = inRequest(shorten(parameters.get(first.parameter), sensitive), first.parameter);
    const clauses = violations.map(({ clause }) => clause);
    const outcome = { ...CHECK, expected: { value: first.rule }, actual, reason: "constraint-violated", details: { violations: clauses } };
    throw fail(context, outcome, STS_FAULTS.constraintsViolated(clauses));
  }
  const names = [...parameters.keys()].filter((name) => name !== "Action" && name !== "Version");
  pass(
    context,
    extend(CHECK, { expected: { value: "every parameter within its constraints" }, actual: { value: names.join(", "), from: { file: "request" } } }),
  );
}

/** A parameter that has passed its constraints. */
export function requiredParameter({ query }: CheckContext, name: string): string {
  const value = query.parameters.get(name);
  if (value === undefined) throw new Error(`${name} passed the constraints without a value`);
  return value;
}

/** A token never stands in a check's values. */
function shorten(value: string | undefined, sensitive: boolean): string {
  if (value === undefined) return "none";
  return sensitive ? `${[...value].length} characters` : value;
}

function inRequest(value: string, pointer: string): Finding {
  return { value, from: { file: "request", pointer } };
}
