import { duplicate, type FieldProblem, invalidConstant, notSupported, required } from "../../field-problem.js";
import type { Container } from "../../types/container.js";

const RESOURCES = ["cpu", "memory"];
const POLICIES = ["NotRequired", "RestartContainer"];

/** Problems of what becomes of a container when its resources change. */
export function* findResizeProblems({ resizePolicy = [] }: Container, podRestartPolicy: string, field: string): Generator<FieldProblem> {
  const seen = new Set<string>();
  for (const [index, { resourceName = "", restartPolicy = "" }] of resizePolicy.entries()) {
    if (seen.has(resourceName)) yield duplicate(`${field}[${index}]`, resourceName);
    seen.add(resourceName);
    yield* findConstantProblems(resourceName, RESOURCES, field);
    yield* findConstantProblems(restartPolicy, POLICIES, field);
    if (podRestartPolicy !== "Never" || restartPolicy === "NotRequired") continue;
    yield invalidConstant(field, restartPolicy, "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
  }
}

function* findConstantProblems(value: string, supported: readonly string[], field: string): Generator<FieldProblem> {
  if (value === "") yield required(field);
  else if (!supported.includes(value)) yield notSupported(field, value, supported);
}
