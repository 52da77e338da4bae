import { accountOf, roleAnnotation } from "../asked-role.js";
import { type Cause, placeOf, type Symptom } from "../cause.js";
import { createdRoles } from "../created-roles.js";
import { escapeSegment } from "../pointer.js";
import { annotationIn, serviceAccountChanges } from "../service-account.js";
import { addToProvider } from "../trust/add-provider.js";
import { sentToken } from "../trust/sent-token.js";
import { deciding } from "../webhook-config-map.js";

/** failures.md, rank 13. */
export const providerAudienceMismatch: Cause = {
  id: "provider-audience-mismatch",
  rank: "mistaken",
  met: "everywhere",
  title: "The token's audience is not a client id of the OIDC provider",
  see: "InvalidIdentityToken: Incorrect token audience (400)",
  why: "Client id mistyped (sts.amazon.com), set to a regional host, or sts.amazonaws.com.cn; or SA annotation eks.amazonaws.com/audience changed.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- cat /var/run/secrets/eks.amazonaws.com/serviceaccount/token | cut -d. -f2 | base64 -d",
    "aws iam get-open-id-connect-provider --open-id-connect-provider-arn ARN --query ClientIDList",
  ],
  sources: [
    "https://github.com/awslabs/amazon-eks-irsa-cfn/pull/18",
    "https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/3410",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1704",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/2700",
    "https://github.com/terraform-aws-modules/terraform-aws-eks/issues/1145",
    "https://github.com/aws/amazon-eks-pod-identity-webhook/issues/39",
    "https://github.com/BerriAI/litellm/pull/31412",
  ],
  explain(symptom) {
    const { check } = symptom;
    if (check.check !== "sts.audience") return null;
    const because = `the token is for "${check.actual.value}"; the provider's client ids are: ${check.expected.value}`;
    const configMap = deciding(symptom.events, symptom.all);
    if (configMap !== null && check.expected.value.split(", ").includes(DEFAULT_AUDIENCE))
      return {
        because: `${because}; the audience is that of the entry in the ConfigMap ${configMap}, and an entry without one asks for none`,
        fix: `write "Audience": "${DEFAULT_AUDIENCE}" into the entry ${accountOf(symptom)} of the ConfigMap ${configMap}, then create the pod again`,
      };
    const annotated = audienceAnnotation(symptom);
    if (annotated !== null)
      return {
        because,
        fix: `take the annotation ${annotated.annotation} off service account ${annotated.account}: without it the token is for ${DEFAULT_AUDIENCE}; then create the pod again`,
        edits: [{ source: `ServiceAccount/${annotated.account}`, pointer: `/metadata/annotations/${escapeSegment(annotated.annotation)}`, value: null }],
      };
    return {
      because,
      fix: `${placeOf(check.expected, "OIDC provider")}: add ${check.actual.value} to the provider's client ids`,
      edits: addToProvider(symptom, "ClientIDList", check.actual.value),
    };
  },
};

const DEFAULT_AUDIENCE = "sts.amazonaws.com";

/** The annotation that asks for the audience, where nothing but it is in the way: provider and trust policy take the webhook's own. */
function audienceAnnotation(symptom: Symptom): { readonly account: string; readonly annotation: string } | null {
  const { check, all } = symptom;
  const account = accountOf(symptom);
  if (account === null || !check.expected.value.split(", ").includes(DEFAULT_AUDIENCE)) return null;
  const annotation = roleAnnotation(symptom).replace(/role-arn$/, "audience");
  const stored = serviceAccountChanges(all, account).at(-1)?.after ?? null;
  const role = createdRoles(all).find(({ arn }) => arn === sentToken(symptom)?.roleArn);
  const isWanted = role?.trustPolicy.includes(`"${check.actual.value}"`) ?? false;
  return annotationIn(stored, annotation) === check.actual.value && !isWanted ? { account, annotation } : null;
}
