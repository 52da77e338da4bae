import { listed, visible } from "./visible.js";

/**
 * Whom a policy lets in, for a sentence, with what is special about a name that looks like the caller's and is not.
 *
 * @param principals the policy's values, as it has them
 * @param role ARN of the caller's role
 */
export function tellPrincipals(principals: readonly string[], role: string): string {
  const [only = "", ...more] = principals;
  const peculiarity = more.length === 0 ? peculiarityOf(only, role) : null;
  return `lets in ${listed(principals)}${peculiarity === null ? "" : `, ${peculiarity}`}`;
}

function peculiarityOf(principal: string, role: string): string | null {
  const name = role.slice(role.lastIndexOf("/") + 1);
  if (/^A(ROA|IDA)[A-Z0-9]+$/.test(principal)) return "the id of a role or user that was deleted: one that is created again under the same name has another";
  if (principal.includes(`:assumed-role/${name}/`)) return "which is one session of the role, and the SDK names its sessions as it likes";
  if (principal.includes(":oidc-provider/")) return "from whom a token comes, by AssumeRoleWithWebIdentity; this call comes with credentials";
  if (/:role\/.*[*?]/.test(principal))
    return `whose wildcard stands for itself: a principal is written out, or ${visible("*")} under a condition on aws:PrincipalArn`;
  return null;
}
