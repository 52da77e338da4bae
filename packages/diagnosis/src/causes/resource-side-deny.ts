import type { Edit } from "@irsa-sim/core";
import { type AuthorizationDetails, type DecidedLayer, readAuthorization } from "../authorization-details.js";
import { type Cause, type Explanation, placeOf } from "../cause.js";
import { allowEdits } from "../policy-edits.js";
import { tellPrincipals } from "../tell-principals.js";
import { listed } from "../visible.js";

/** failures.md, rank 54. */
export const resourceSideDeny: Cause = {
  id: "resource-side-deny",
  rank: "mistaken",
  met: "sometimes",
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
        edits: layer === "identity-based policy" ? allowEdits(caller, { action, resource: key }) : [],
      };
    }
    if (layer !== "resource-based policy") return null;
    const what = check.check === "s3.authorization" ? "bucket" : "resource";
    if (decided.outcome === "explicit-deny") {
      const except = exceptionIn(decided, caller);
      if (except !== null) return except;
      const conditions = conditionsOfDeny(decided);
      return {
        because: `IRSA worked; a statement of the ${what}'s own policy denies ${action}${conditions === "" ? "" : ` where ${conditions}`}, and whatever the role's policy allows, a Deny that applies wins`,
        fix: `${placeOf(check.expected, `policy of the ${what}`)}: ${conditions === "" ? "" : "let the call be as the condition asks, or "}take the role out of what is denied there`,
      };
    }
    const near = nearestAllow(decided);
    if (near?.element === "Condition")
      return {
        because: `IRSA worked; the ${what}'s own policy lets the role in only where ${near.conditionKey} is ${listed(near.expected)}, and this call has ${near.actual.length === 0 ? "none" : listed(near.actual)}`,
        fix: `${placeOf(check.expected, `policy of the ${what}`)}: let the call be as the condition asks, or let the owner allow ${action} for the role in a statement of its own`,
      };
    return {
      because: `IRSA worked; the ${what} ${isElsewhere(resource, caller) ? `belongs to another account than ${caller}, and its policy` : "has a policy of its own, which"} does not let the role in${near === null ? "" : `: it ${tellPrincipals(near.expected, roleOf(caller))}`}`,
      fix: isElsewhere(resource, caller)
        ? `let the owner allow ${action} for the role in the policy of the ${what}; across accounts both sides must allow`
        : `allow ${action} for the role in the policy of the ${what}`,
      edits: grantIn(what, details),
    };
  },
};

/** Under which conditions the statement denies, and what the call has. */
function conditionsOfDeny({ statements }: DecidedLayer["decision"]): string {
  const denying = statements.find(({ effect, applies }) => effect === "Deny" && applies);
  const conditions = denying?.elements.filter(({ element }) => element === "Condition") ?? [];
  return conditions
    .map(
      ({ conditionKey = "", operator = "", expected, actual }) =>
        `${conditionKey} (${operator}) is ${listed(expected)}, and this call has ${actual.length === 0 ? "none" : listed(actual)}`,
    )
    .join("; and ");
}

/** Of the first statement for the action what keeps the caller out: whom it lets in instead, or under which condition; `null` when there is none. */
function nearestAllow({ statements }: DecidedLayer["decision"]) {
  const naming = statements.find(
    ({ effect, elements }) => effect === "Allow" && elements.every(({ element, matched }) => matched || element === "Principal" || element === "Condition"),
  );
  return naming?.elements.find(({ matched }) => !matched) ?? null;
}

/** The role's name behind a slash, as the session's ARN has it. */
function roleOf(caller: string): string {
  return caller.replace(/\/[^/]+$/, "");
}

/** An object of S3 names no account; only one of another account needs its bucket's word. */
function isElsewhere(resource: string, caller: string): boolean {
  const account = resource.split(":")[4] ?? "";
  return account === "" || account !== caller.split(":")[4];
}

/** A Deny for everybody but those whom it lists, and of a session not all its names are listed. */
function exceptionIn({ statements }: DecidedLayer["decision"], caller: string): Explanation | null {
  const denying = statements.find(({ effect, applies }) => effect === "Deny" && applies);
  const except = denying?.elements.find(({ element, pointer }) => element === "Principal" && pointer.includes("/NotPrincipal"));
  if (denying === undefined || except === undefined) return null;
  const role = except.actual.find((arn) => arn.includes(":role/"));
  const { policy: source, pointer } = denying;
  return {
    because: `IRSA worked; the bucket's policy denies everybody but ${listed(except.expected)}, and for NotPrincipal a pod is three: the account, the role, and the session ${caller}, whose name changes`,
    fix: `${source}: deny Principal "*" under the condition ArnNotEquals on aws:PrincipalArn, which is the role's ARN whatever the session's name`,
    edits:
      role === undefined
        ? []
        : [
            { source, pointer: `${pointer}/NotPrincipal`, value: null },
            { source, pointer: `${pointer}/Principal`, value: "*" },
            {
              source,
              pointer: `${pointer}/Condition/ArnNotEquals/aws:PrincipalArn`,
              value: [...new Set([...except.expected.filter((arn) => arn.startsWith("arn:") && !arn.includes(":assumed-role/")), role])],
            },
          ],
  };
}

/** A statement of the resource's own for the role. */
function grantIn(what: "bucket" | "resource", { caller, action, resource }: AuthorizationDetails): readonly Edit[] {
  const bucket = resource.split(":")[5]?.split("/")[0];
  const [, account, role] = /^arn:[a-z-]+:sts::(\d+):assumed-role\/([^/]+)\//.exec(caller) ?? [];
  if (bucket === undefined || account === undefined || role === undefined) return [];
  const principal = {
    AWS: caller
      .replace(":sts:", ":iam:")
      .replace(`:assumed-role/${role}`, `:role/${role}`)
      .replace(/\/[^/]+$/, ""),
  };
  const source = what === "bucket" ? `bucket/${bucket}/policy` : `resource/${resource}`;
  return [{ source, pointer: "/Statement/-", value: { Effect: "Allow", Principal: principal, Action: action, Resource: resource } }];
}
