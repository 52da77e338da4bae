import { type FieldProblem, invalid, invalidConstant, notSupported } from "../../field-problem.js";
import type { Toleration } from "../../types/scheduling.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { labelValue, qualifiedName } from "../formats/labels.js";

const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"];
const EVERYTHING = 'operator must be Exists when `key` is empty, which means "match all values and all keys"';

/** Problems of which taints do not keep the pod away. */
export function* findTolerationsProblems(tolerations: readonly Toleration[], field: string): Generator<FieldProblem> {
  for (const [index, toleration] of tolerations.entries()) {
    const { key = "", operator = "", effect = "", tolerationSeconds } = toleration;
    const place = `${field}[${index}]`;
    if (key !== "") yield* findFormatProblems(qualifiedName, `${place}.key`, key);
    if (key === "" && operator !== "Exists") yield invalidConstant(`${place}.operator`, operator, EVERYTHING);
    if (tolerationSeconds !== undefined && effect !== "NoExecute") {
      yield invalidConstant(`${place}.effect`, effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    yield* findOperatorProblems(toleration, `${place}.operator`);
    if (effect !== "" && !EFFECTS.includes(effect)) yield notSupported(`${place}.effect`, effect, EFFECTS);
  }
}

function* findOperatorProblems({ operator = "", value = "" }: Toleration, field: string): Generator<FieldProblem> {
  switch (operator) {
    case "Equal":
    case "": {
      const problems = labelValue(value);
      if (problems.length > 0) yield invalid(field, value, problems.join(";"));
      return;
    }
    case "Exists":
      if (value !== "") yield invalid(field, value, "value must be empty when `operator` is 'Exists'");
      return;
    case "Lt":
    case "Gt":
      return yield notSupported(field, operator, ["Equal", "Exists", "Lt", "Gt"]);
    default:
      yield notSupported(field, operator, ["Equal", "Exists"]);
  }
}
