import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";
import { grantIn } from "../policy-edits.js";

/** Not in failures.md: its section 1.8 expects layers of policies; the limit that a role was made with. */
export const permissionsBoundaryGap: Cause = {
  id: "permissions-boundary-gap",
  rank: "mistaken",
  title: "The role's permissions boundary does not allow the action",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<session> is not authorized to perform: ... because no permissions boundary allows the ... action",
  why: "A boundary grants nothing and limits everything: what it does not allow is refused, whatever the role's own policies say. Organizations attach one to every role that teams make.",
  prove: ["aws iam get-role --role-name ROLE --query Role.PermissionsBoundary", "aws iam get-policy-version --policy-arn BOUNDARY_ARN --version-id VERSION"],
  sources: [
    "https://github.com/Young-ook/terraform-aws-eks/issues/156",
    "https://github.com/nebari-dev/nebari/issues/2152",
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  ],
  explain({ check }) {
    const details = readAuthorization(check);
    if (details === null || details.decision.decidedBy.layer.toLowerCase() !== "permissions boundary") return null;
    const { action, resource, decision } = details;
    const isDenied = decision.decidedBy.decision.outcome === "explicit-deny";
    const place = placeOf(check.expected, "permissions boundary");
    return {
      because: isDenied
        ? `IRSA worked; a statement of the permissions boundary denies ${action} on ${resource}, and a Deny that applies wins`
        : `IRSA worked, and the role's own policies do not decide here: its permissions boundary does not allow ${action} on ${resource}`,
      fix: isDenied
        ? `${place}: take the Deny away, or narrow what it denies`
        : `${place}: allow ${action} on ${resource} in the boundary too, or have whoever keeps it do so`,
      edits: isDenied ? [] : grantIn(decision.decidedBy, { action, resource }),
    };
  },
};
