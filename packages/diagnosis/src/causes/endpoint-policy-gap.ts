import { readAuthorization } from "../authorization-details.js";
import { type Cause, type Explanation, placeOf, type Symptom } from "../cause.js";
import { grantIn } from "../policy-edits.js";
import { sentToken } from "../trust/sent-token.js";

/** Not in failures.md: its section 1.8 expects layers of policies; the limit of the way that a call takes. */
export const endpointPolicyGap: Cause = {
  id: "endpoint-policy-gap",
  rank: "mistaken",
  title: "The policy of the VPC endpoint does not let the call through",
  see: "User: arn:aws:sts::<acct>:assumed-role/<role>/<session> is not authorized to perform: ... because no VPC endpoint policy allows the ... action",
  why: "A call that goes by a VPC endpoint must be allowed by its policy too. The default one allows everything; one for a data perimeter lists buckets and principals.",
  prove: ["aws ec2 describe-vpc-endpoints --query VpcEndpoints[].PolicyDocument", "make the same call from outside the VPC"],
  sources: ["https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"],
  explain(symptom) {
    const { check } = symptom;
    if (check.check === "sts.vpc-endpoint-policy") return explainExchange(symptom);
    const details = readAuthorization(check);
    if (details === null || details.decision.decidedBy.layer.toLowerCase() !== "vpc endpoint policy") return null;
    const { action, resource, decision } = details;
    const isDenied = decision.decidedBy.decision.outcome === "explicit-deny";
    const place = placeOf(check.expected, "vpc endpoint policy");
    return {
      because: isDenied
        ? `IRSA worked; a statement of the vpc endpoint policy denies ${action} on ${resource}, and a Deny that applies wins`
        : `IRSA worked, and the role may do it: the call goes by a VPC endpoint, and the endpoint's policy does not allow ${action} on ${resource}`,
      fix: isDenied ? `${place}: take the Deny away, or narrow what it denies` : `${place}: allow ${action} on ${resource} in the endpoint's policy`,
      edits: isDenied ? [] : grantIn(decision.decidedBy, { action, resource, isOfResource: true }),
    };
  },
};

/** STS's own endpoint, at the exchange of the token: nobody is known yet, so its policy must let everybody try. */
function explainExchange(symptom: Symptom): Explanation {
  const { check } = symptom;
  const sent = sentToken(symptom);
  return {
    because: `the exchange goes by a VPC endpoint for STS, and ${check.actual.value}; the token was not looked at`,
    fix: `${placeOf(check.expected, "the endpoint's policy")}: allow sts:AssumeRoleWithWebIdentity to "*", since a caller with a token is nobody yet`,
    edits:
      sent === null || check.reason === "explicit-deny"
        ? []
        : [
            {
              source: "vpc-endpoint/sts/policy",
              pointer: "/Statement/-",
              value: { Effect: "Allow", Principal: "*", Action: "sts:AssumeRoleWithWebIdentity", Resource: sent.roleArn },
            },
          ],
  };
}
