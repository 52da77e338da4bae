import type { Finding } from "@irsa-sim/core";
import { NUMBER_CONSTRAINTS } from "../parameters/constraints.js";
import { findViolations, type Violation } from "../parameters/find-violations.js";
import { parseInt32 } from "../parameters/parse-int32.js";
import { STS_FAULTS } from "../wire/sts-fault.js";
import { type CheckContext, fail, pass } from "./check-context.js";

/** The parameters, each within its constraints. */
export interface ParametersChecked extends CheckContext {
  readonly parameters: {
    readonly roleArn: string;
    readonly roleSessionName: string;
    /** As sent, white space and all. */
    readonly webIdentityToken: string;
    /** 3600 when the caller did not say, whatever the role allows. */
    readonly durationSeconds: number;
  };
}

const CHECK = { check: "sts.parameters", title: "parameters" } as const;
const DEFAULT_DURATION_SECONDS = 3600;

/**
 * Holds the parameters against the service model; numbers first, because they are read before anything is validated.
 *
 * @throws {StsFault} `MalformedInput` or `ValidationError`
 */
export function checkParameters(context: CheckContext): ParametersChecked {
  const { parameters } = context.query;
  for (const { name } of NUMBER_CONSTRAINTS) {
    const value = parameters.get(name);
    if (value === undefined || parseInt32(value) !== null) continue;
    const outcome = { ...CHECK, expected: { value: "a 32-bit whole number" }, actual: inRequest(value, name), reason: "not-an-integer" };
    throw fail(context, outcome, STS_FAULTS.malformedNumber(value));
  }
  const violations = findViolations(parameters);
  const [first] = violations;
  if (first !== undefined) {
    const outcome = {
      ...CHECK,
      expected: { value: first.rule },
      actual: inRequest(shorten(first, parameters), first.parameter),
      reason: "constraint-violated",
    };
    const clauses = violations.map(({ clause }) => clause);
    throw fail(context, { ...outcome, details: { violations: clauses } }, STS_FAULTS.constraintsViolated(clauses));
  }
  const names = [...parameters.keys()].filter((name) => name !== "Action" && name !== "Version");
  pass(context, { ...CHECK, expected: { value: "every parameter within its constraints" }, actual: { value: names.join(", "), from: { file: "request" } } });
  return { ...context, parameters: readParameters(parameters) };
}

function readParameters(parameters: ReadonlyMap<string, string>): ParametersChecked["parameters"] {
  const required = (name: string): string => {
    const value = parameters.get(name);
    if (value === undefined) throw new Error(`${name} passed the constraints without a value`);
    return value;
  };
  return {
    roleArn: required("RoleArn"),
    roleSessionName: required("RoleSessionName"),
    webIdentityToken: required("WebIdentityToken"),
    durationSeconds: parseInt32(parameters.get("DurationSeconds") ?? "") ?? DEFAULT_DURATION_SECONDS,
  };
}

/** A token never stands in a check's values. */
function shorten({ parameter }: Violation, parameters: ReadonlyMap<string, string>): string {
  const value = parameters.get(parameter);
  if (value === undefined) return "none";
  return parameter === "WebIdentityToken" ? `${[...value].length} characters` : value;
}

function inRequest(value: string, pointer: string): Finding {
  return { value, from: { file: "request", pointer } };
}
