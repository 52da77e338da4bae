import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 64. */
export const rolePathDropped: Cause = {
  id: "role-path-dropped",
  rank: "without-effect",
  met: "rarely",
  title: "The IAM path disappears in the assumed-role ARN, and somebody wrote the one where the other belongs",
  see: "A mapping or resource policy never matches: the session is assumed-role/x/..., the role is role/team/x",
  why: "STS ARNs carry only the role name. A role's ARN has the path, and that is what aws:PrincipalArn holds.",
  prove: ["aws iam get-role --role-name ROLE --query Role.Arn", "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity --query Arn"],
  sources: ["https://github.com/kubernetes-sigs/aws-iam-authenticator/pull/144", "https://github.com/ministackorg/ministack/pull/980"],
  explain({ check }) {
    const details = readAuthorization(check);
    if (details === null) return null;
    const { caller, decision } = details;
    const statements = decision.layers.filter(({ layer }) => layer === "resource-based policy").flatMap((layer) => layer.decision.statements);
    for (const { elements, policy, pointer } of statements) {
      for (const { element, conditionKey, expected, actual } of elements) {
        if (element !== "Principal" && conditionKey?.toLowerCase() !== "aws:principalarn") continue;
        const role = actual.find((arn) => arn.includes(":role/"));
        if (role === undefined || nameOf(role) === pathOf(role) || expected.includes(role)) continue;
        const wrong = expected.find((arn) => arn !== caller && isMeant(arn, role));
        if (wrong === undefined) continue;
        return {
          because: `a statement of ${policy} names ${wrong}, and the role is ${role}: STS leaves a role's path out of the session's ARN, ${caller}, and nowhere else`,
          fix: `${check.expected.from?.pointer === pointer ? placeOf(check.expected, policy) : policy}: put ${conditionKey === undefined ? `${role}, or ${caller} for the session` : role}`,
        };
      }
    }
    return null;
  },
};

/** Whether an ARN, of a role or of a session, has the account and the name of the role and was written with the wrong path. */
function isMeant(arn: string, role: string): boolean {
  const isOfAccount = arn.split(":")[4] === role.split(":")[4];
  const [kind, ...rest] = arn.split(":").at(-1)?.split("/") ?? [];
  const names = kind === "assumed-role" ? rest.slice(0, -1) : rest;
  return isOfAccount && (kind === "role" || kind === "assumed-role") && names.at(-1) === nameOf(role);
}

function nameOf(role: string): string {
  return role.slice(role.lastIndexOf("/") + 1);
}

/** `team/payments/my-pod-role`. */
function pathOf(role: string): string {
  return role.slice(role.indexOf("/") + 1);
}
