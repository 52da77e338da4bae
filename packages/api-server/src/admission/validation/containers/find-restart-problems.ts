import { type FieldProblem, notSupported, required, tooMany } from "../../field-problem.js";
import type { Container, RestartRule } from "../../types/container.js";

const POLICIES = ["Always", "Never", "OnFailure"];
const OPERATORS = ["In", "NotIn"];
const ACTIONS = ["Restart", "RestartAllContainers"];
const WITHOUT_POLICY = "must specify restartPolicy when restart rules are used";
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

/** Problems of when a container of its own policy is started again. */
export function* findRestartProblems({ restartPolicy, restartPolicyRules = [] }: Container, field: string): Generator<FieldProblem> {
  const place = `${field}.restartPolicyRules`;
  if (restartPolicy !== undefined && !POLICIES.includes(restartPolicy)) yield notSupported(`${field}.restartPolicy`, restartPolicy, POLICIES);
  if (restartPolicy === undefined && restartPolicyRules.length > 0) yield required(`${field}.restartPolicy`, WITHOUT_POLICY);
  if (restartPolicyRules.length > MAX_RULES) yield tooMany(place, restartPolicyRules.length, MAX_RULES);
  for (const [index, rule] of restartPolicyRules.entries()) yield* findRuleProblems(rule, `${place}[${index}]`);
}

/** The same of an init container, whose rules are not looked at without a policy. */
export function* findInitRestartProblems(container: Container, field: string): Generator<FieldProblem> {
  const { restartPolicy, restartPolicyRules = [] } = container;
  if (restartPolicy !== undefined) yield* findRestartProblems(container, field);
  else if (restartPolicyRules.length > 0) yield required(`${field}.restartPolicy`, WITHOUT_POLICY);
}

function* findRuleProblems({ action = "", exitCodes }: RestartRule, field: string): Generator<FieldProblem> {
  if (!ACTIONS.includes(action)) yield notSupported(`${field}.action`, action, ACTIONS);
  if (exitCodes === undefined) return yield required(`${field}.exitCodes`, "must be specified");
  const { operator = "", values = [] } = exitCodes;
  if (!OPERATORS.includes(operator)) yield notSupported(`${field}.exitCodes.operator`, operator, OPERATORS);
  if (values.length > MAX_EXIT_CODES) yield tooMany(`${field}.exitCodes.values`, values.length, MAX_EXIT_CODES);
}
