import { readAuthorization } from "../authorization-details.js";
import { type Cause, placeOf } from "../cause.js";

/** failures.md, rank 54. */
export const resourceSideDeny: Cause = {
  id: "resource-side-deny",
  rank: "mistaken",
  title: "Right role, right action, but a second service or the resource's own policy denies",
  see: "AccessDenied: ... is not authorized to perform: kms:Decrypt on resource ..., or ... with an explicit deny in a resource-based policy, or only Access Denied",
  why: "Object or secret encrypted with a customer key (kms:Decrypt missing in role or key policy), bucket policy, cross-account resource. It works with the default key and fails with another one; a describe call succeeds and misleads.",
  prove: [
    "aws s3api head-object --bucket BUCKET --key KEY --query SSEKMSKeyId",
    "aws kms get-key-policy --key-id KEY_ID --policy-name default --output text",
    "aws s3api get-bucket-policy --bucket BUCKET --query Policy --output text",
  ],
  sources: ["https://github.com/external-secrets/external-secrets/issues/390", "https://github.com/fluxcd/kustomize-controller/issues/673"],
  explain({ check }) {
    const details = readAuthorization(check);
    if (details === null) return null;
    const { caller, action, resource = "", key, decision } = details;
    const { layer, decision: decided } = decision.decidedBy;
    if (key !== undefined) {
      return {
        because: `S3 lets the call through, but the object is encrypted with ${key}, and ${layer === "resource-based policy" ? "the key's own policy" : "the role's policy"} does not allow ${action}`,
        fix:
          layer === "resource-based policy"
            ? `${placeOf(check.expected, "key policy")}: allow ${action} for the role, or for the account and then in the role's policy`
            : `allow ${action} on ${key} in the role's permission policy, beside what it may do in S3`,
      };
    }
    if (layer !== "resource-based policy") return null;
    const what = check.check === "s3.authorization" ? "bucket" : "resource";
    if (decided.outcome === "explicit-deny") {
      return {
        because: `IRSA worked; a statement of the ${what}'s own policy denies ${action}, and whatever the role's policy allows, a Deny that applies wins`,
        fix: `${placeOf(check.expected, `policy of the ${what}`)}: take the role out of what is denied there`,
      };
    }
    return {
      because: `IRSA worked; the ${what} ${isElsewhere(resource, caller) ? `belongs to another account than ${caller}, and its policy` : "has a policy of its own, which"} does not let the role in`,
      fix: isElsewhere(resource, caller)
        ? `let the owner allow ${action} for the role in the policy of the ${what}; across accounts both sides must allow`
        : `allow ${action} for the role in the policy of the ${what}`,
    };
  },
};

/** An object of S3 names no account; only one of another account needs its bucket's word. */
function isElsewhere(resource: string, caller: string): boolean {
  const account = resource.split(":")[4] ?? "";
  return account === "" || account !== caller.split(":")[4];
}
