import type { Cause, Explanation } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
import { webIdentityFailure } from "../credential-search.js";
import type { FailureView } from "../failure-view.js";
import { visible } from "../visible.js";

const LONGEST = 64;

/** Not in failures.md: the neighbour of rank 68, at a name that STS does not take. */
export const sessionNameInvalid: Cause = {
  id: "session-name-invalid",
  rank: "mistaken",
  title: "The session's name is too long, or has characters that STS does not take",
  see: "ValidationError (400): 1 validation error detected: Value 'NAME' at 'roleSessionName' failed to satisfy constraint: Member must have length less than or equal to 64",
  why: "AWS_ROLE_SESSION_NAME is set from metadata.name, and a pod's name may have 253 characters; a session's has 2 to 64 of letters, digits and _=,.@-.",
  prove: ["kubectl exec -n NAMESPACE POD -- env | grep AWS_ROLE_SESSION_NAME", "echo -n SESSION_NAME | wc -c"],
  sources: [
    "https://github.com/zalando-incubator/kube-aws-iam-controller/issues/16",
    "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html",
  ],
  explain(symptom) {
    const { check } = symptom;
    return check.check === "sts.parameters" && check.actual.from?.pointer === "RoleSessionName" ? tell(symptom, check.actual.value) : null;
  },
  explainNoIdentity: (view) => (SAYS_SO.test(webIdentityFailure(view.events)?.reason ?? "") ? tell(view, writtenName(view)) : null),
  explainOwnError: (error) => (SAYS_SO.test(error.told.message) ? tell(error, writtenName(error)) : null),
};

/** SDKs that look at the name themselves. */
const SAYS_SO = /role ?session ?name/i;

function writtenName(view: FailureView): string | null {
  return writtenContainer(view)?.container.env?.find(({ name }) => name === "AWS_ROLE_SESSION_NAME")?.value ?? null;
}

/** @param name `null` where nobody wrote it into the manifest */
function tell(view: FailureView, name: string | null): Explanation {
  const shorter = name?.replace(/[^\w+=,.@-]/g, "-").slice(0, LONGEST) ?? "my-app";
  const isSet = writtenContainer(view)?.container.env?.some((variable) => variable.name === "AWS_ROLE_SESSION_NAME") ?? false;
  const named =
    name === null
      ? "the session has a name that is not taken, from AWS_ROLE_SESSION_NAME or the app's settings"
      : `the session is named ${visible(name)}, which has ${name.length} characters`;
  return {
    because: `${named}; STS takes 2 to ${LONGEST} of letters, digits and _=,.@-`,
    fix: `set AWS_ROLE_SESSION_NAME to a name that STS takes, such as ${visible(shorter)}, or take it away and let the SDK make one`,
    edits: isSet
      ? environmentEdits(view, { AWS_ROLE_SESSION_NAME: { value: shorter } })
      : [{ source: "call", pointer: "/app/environment/AWS_ROLE_SESSION_NAME", value: null }],
  };
}
