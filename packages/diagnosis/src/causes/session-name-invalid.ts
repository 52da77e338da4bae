import { type Cause, lastNote } from "../cause.js";
import { environmentEdits, writtenContainer } from "../container-edits.js";
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
    if (check.check !== "sts.parameters" || check.actual.from?.pointer !== "RoleSessionName") return null;
    const name = check.actual.value;
    const shorter = name.replace(/[^\w+=,.@-]/g, "-").slice(0, LONGEST);
    const isSet = writtenContainer(symptom)?.container.env?.some((variable) => variable.name === "AWS_ROLE_SESSION_NAME") ?? false;
    return {
      because: `the session is named ${visible(name)}, which has ${name.length} characters${lastNote(symptom.events, "webhook.decision") === null ? "" : ", as AWS_ROLE_SESSION_NAME or the app's settings say"}; STS takes 2 to ${LONGEST} of letters, digits and _=,.@-`,
      fix: `set AWS_ROLE_SESSION_NAME to a name that STS takes, such as ${visible(shorter)}, or take it away and let the SDK make one`,
      edits: isSet ? environmentEdits(symptom, { AWS_ROLE_SESSION_NAME: { value: shorter } }) : [],
    };
  },
};
