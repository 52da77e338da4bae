import { type Cause, type Explanation, since } from "../cause.js";
import type { FailureView } from "../failure-view.js";

/** Not in failures.md: the neighbour of rank 58, with a file that holds nothing. */
export const tokenFileEmpty: Cause = {
  id: "token-file-empty",
  rank: "mistaken",
  title: "The token file is there and empty",
  see: "Parameter validation failed: Invalid length for parameter WebIdentityToken, value: 0; the web identity token is empty",
  why: "A sidecar or an entry point copies the token before it is there, or a volume of another kind is mounted at the path. The kubelet writes whole files only.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- ls -lL $AWS_WEB_IDENTITY_TOKEN_FILE",
    "kubectl get pod -n NAMESPACE POD -o jsonpath={.spec.containers[*].volumeMounts}",
  ],
  sources: ["https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"],
  explain(symptom) {
    const { check } = symptom;
    return check.check === "sts.parameters" && check.actual.from?.pointer === "WebIdentityToken" && check.actual.value.trim() === "" ? tell(symptom) : null;
  },
  explainOwnError(error) {
    return /WebIdentityToken, value: 0|token[^.]*\b(is empty|was empty|empty file)/i.test(error.told.message) ? tell(error) : null;
  },
};

function tell(view: FailureView): Explanation {
  const files = since(view.events, view.action).flatMap((event) =>
    event.kind === "note" && event.name === "sdk.provider" && event.attributes.kind === "web-identity" ? [String(event.attributes.inputs)] : [],
  );
  return {
    because: `the file that AWS_WEB_IDENTITY_TOKEN_FILE names holds nothing${files.length === 0 ? "" : ` (the SDK went by ${files.at(-1)})`}`,
    fix: "point AWS_WEB_IDENTITY_TOKEN_FILE at the file that the kubelet writes, and copy it nowhere",
    edits: [{ source: "call", pointer: "/app/environment/AWS_WEB_IDENTITY_TOKEN_FILE", value: null }],
  };
}
