import type { ChangeEvent, JsonObject, TraceEvent } from "@irsa-sim/core";
import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";
import { listed } from "../visible.js";

const VERSION = "2012-10-17";

/** Not in failures.md: the neighbour of rank 70, at the policy's version. */
export const policyVersionWithoutVariables: Cause = {
  id: "policy-version-without-variables",
  rank: "without-effect",
  title: "The policy's version is too old for variables, so they are read as text",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<session> is not authorized to perform: ... because no identity-based policy allows the ... action",
  why: "Variables came with version 2012-10-17 of the policy language. A policy without Version is of 2008-10-17, where a dollar sign with braces stands for itself.",
  prove: ["aws iam get-role-policy --role-name ROLE --policy-name POLICY --query PolicyDocument.Version"],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html"],
  explain({ check, all }) {
    const details = readAuthorization(check);
    if (details === null) return null;
    for (const { elements, policy } of details.decision.layers.flatMap((layer) => layer.decision.statements)) {
      const missed = elements.filter(({ matched }) => !matched);
      const [only, ...more] = missed;
      if (only === undefined || more.length > 0 || only.element === "Action" || !only.expected.some((value) => /\$\{[^}]+\}/.test(value))) continue;
      const version = versionOf(all, policy);
      if (version === undefined || version === VERSION) continue;
      return {
        because: `${policy} ${version === null ? "has no Version, and so that of 2008-10-17" : `is of version ${version}`}, where ${listed(only.expected.filter((value) => value.includes("${")))} is text and no variable`,
        fix: `${placeOf(check.expected, policy)}: put "Version": "${VERSION}" in the policy`,
        edits: [{ source: policy, pointer: "/Version", value: VERSION }],
      };
    }
    return null;
  },
};

/** `null` for a policy that has none; `undefined` where it was not seen. */
function versionOf(events: readonly TraceEvent[], policy: string): string | null | undefined {
  const [, role, name] = /^role\/([^/]+)\/policy\/(.+)$/.exec(policy) ?? [];
  const stored = events.findLast((event): event is ChangeEvent => event.kind === "change" && event.what === `RolePolicy ${role}/${name}`)?.after;
  if (stored === undefined || stored === null) return undefined;
  const { Version: version = null } = stored as JsonObject;
  return typeof version === "string" || version === null ? version : undefined;
}
