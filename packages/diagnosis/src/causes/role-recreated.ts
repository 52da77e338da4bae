import type { Cause } from "../cause.js";

/** sts-and-iam.md, section 6.1: credentials are bound to the role's id. */
export const roleRecreated: Cause = {
  id: "role-recreated",
  rank: "mistaken",
  title: "The role was deleted, or made again, while its credentials were in use",
  see: "InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records. (403), with credentials that have not expired",
  why: "Deleting a role ends its sessions at once; a role of the same name has another id and is another role. SDKs ask for new credentials only near the expiry of the old ones.",
  prove: ["aws iam get-role --role-name ROLE --query Role.[RoleId,CreateDate]", "aws sts get-caller-identity --query UserId"],
  sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_manage_delete.html"],
  explain({ check }) {
    if (check.reason !== "role-deleted") return null;
    return {
      because: `the credentials belong to ${check.expected.value}; now there is ${check.actual.value}`,
      fix: "restart the pod, so that its SDK asks for credentials of the role that is there now; create the role first if there is none",
    };
  },
};
