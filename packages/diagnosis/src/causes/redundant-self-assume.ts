import type { Edit } from "@irsa-sim/core";
import { type Cause, lastPassed } from "../cause.js";
import { credentialsOf } from "../credentials-of.js";
import { allowEdits } from "../policy-edits.js";
import { formParameter, requestBehind } from "../sent-request.js";
import { tellPrincipals } from "../tell-principals.js";
import { decisiveStatement } from "../trust/decisive-statement.js";

const FIX = "take the role out of the app's settings; the annotation is enough";

/** failures.md, rank 18. */
export const redundantSelfAssume: Cause = {
  id: "redundant-self-assume",
  rank: "mistaken",
  met: "often",
  title: "The app assumes a role of its own settings on top of the pod's role, and that role does not trust the pod's",
  see: "AccessDenied: User: arn:aws:sts::<acct>:assumed-role/<role>/<name> is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::<acct>:role/<role>",
  why: "The app (cert-manager role:, Karpenter setting, ExternalSecret roleArn) does a second AssumeRole to the same or another role; a role does not trust itself unless stated.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_ROLE_ARN",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument",
  ],
  sources: [
    "https://github.com/cert-manager/cert-manager/issues/5893",
    "https://github.com/cert-manager/cert-manager/issues/5557",
    "https://github.com/cert-manager/cert-manager/issues/3079",
    "https://github.com/aws/karpenter-provider-aws/issues/5054",
    "https://github.com/external-secrets/kubernetes-external-secrets/issues/622",
    "https://github.com/aws-ia/terraform-aws-eks-blueprints-addons/issues/267",
  ],
  explain(symptom) {
    const { check, events } = symptom;
    const request = requestBehind(events, check);
    if (check.check !== "sts.assume-role" || check.reason === "role-missing" || request === null) return null;
    const { source, roleArn: own } = credentialsOf(symptom) ?? {};
    if (source !== "web-identity") return null;
    const wanted = formParameter(request, "RoleArn");
    if (wanted === own) {
      return {
        because: `the pod has ${wanted} already, by its service account's annotation, and the app's own settings name the same role: it would have to trust itself`,
        fix: FIX,
        edits: [{ source: "call", pointer: "/app/habits/assumeRole", value: null }],
      };
    }
    const caller = lastPassed(events, "sts.authentication")?.actual.value;
    const statement = decisiveStatement(check);
    const isOwnSide = statement === null ? /identity-based/.test(check.actual.value) : !statement.policy.endsWith("/trust-policy");
    const principal = isOwnSide ? undefined : statement?.elements.find(({ element, matched }) => element === "Principal" && !matched);
    return {
      because: `the app goes on from ${String(own)} to ${wanted} as ${caller}, and ${check.actual.value.replace(/^because /, "")}${principal === undefined ? "" : `: that of ${wanted} ${tellPrincipals(principal.expected, String(own))}`}`,
      fix: `${isOwnSide ? `allow sts:AssumeRole on ${wanted} in a policy of ${String(own)}` : `let ${wanted} trust ${String(own)} with sts:AssumeRole`}; or take the role out of the app's settings if the pod's own is meant`,
      edits: wanted === null || own === undefined ? [] : isOwnSide ? allowEdits(own, { action: "sts:AssumeRole", resource: wanted }) : trustEdits(own, wanted),
    };
  },
  warn(events) {
    const check = lastPassed(events, "sts.assume-role");
    const request = check === null ? null : requestBehind(events, check);
    const caller = lastPassed(events.slice(0, check?.seq), "sts.authentication")?.actual.value;
    if (request === null || caller === undefined) return [];
    const wanted = formParameter(request, "RoleArn") ?? "";
    if (!isSessionOf(caller, wanted)) return [];
    return [{ because: `${caller} assumes ${wanted}, which it has already; the new session is a chained one, of an hour at most`, fix: FIX, from: null }];
  },
};

/** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION` of `arn:aws:iam::ACCOUNT:role/PATH/NAME`. */
function isSessionOf(assumedRole: string, role: string): boolean {
  const [, , , , account, resource = ""] = assumedRole.split(":");
  const [kind, name] = resource.split("/");
  return kind === "assumed-role" && role.split(":")[4] === account && role.slice(role.lastIndexOf("/") + 1) === name;
}

/** The second role trusts the first. */
function trustEdits(own: string, wanted: string): readonly Edit[] {
  const statement = { Effect: "Allow", Principal: { AWS: own }, Action: "sts:AssumeRole" };
  return [{ source: `role/${wanted.slice(wanted.lastIndexOf("/") + 1)}/trust-policy`, pointer: "/Statement/-", value: statement }];
}
