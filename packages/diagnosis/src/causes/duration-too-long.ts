import type { Cause } from "../cause.js";
import { formParameter, requestBehind } from "../sent-request.js";

/** failures.md, rank 48. */
export const durationTooLong: Cause = {
  id: "duration-too-long",
  rank: "mistaken",
  met: "sometimes",
  title: "The session that is asked for is longer than the role, or a chain of roles, allows",
  see: "ValidationError: The requested DurationSeconds exceeds the MaxSessionDuration set for this role., or … exceeds the 1 hour session limit for roles assumed by role chaining.",
  why: "Default maximum is 1 h; chained roles are capped at 1 h whatever the role allows.",
  prove: ["aws iam get-role --role-name ROLE --query Role.MaxSessionDuration", "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity"],
  sources: [
    "https://github.com/99designs/aws-vault/issues/263",
    "https://github.com/Netflix/consoleme/issues/9351",
    "https://github.com/smsilva/wasp-idp/issues/47",
    "https://github.com/aws-actions/configure-aws-credentials/issues/79",
    "https://github.com/aws/aws-sdk-cpp/issues/2472",
  ],
  explain(symptom) {
    const { check } = symptom;
    const { actual, expected } = check;
    if (check.check === "sts.role-chaining") {
      return {
        because: `the app asks for ${actual.value} with the credentials of a role, and a role that is assumed from another lasts an hour, whatever it allows`,
        fix: "ask for 3600 s or for nothing and let the SDK come again, or take the role by web identity, without the first one",
        edits: [{ source: "call", pointer: "/app/habits/assumeRole/durationSeconds", value: null }],
      };
    }
    if (check.check !== "sts.duration") return null;
    const request = requestBehind(symptom.events, check);
    const roleArn = request === null ? null : formParameter(request, "RoleArn");
    return {
      because: `the app asks for ${actual.value}, and the role's maximum is ${expected.value}`,
      fix: `aws iam update-role --role-name ROLE --max-session-duration ${Number.parseInt(actual.value, 10)}, or ask for less: an SDK gets new credentials by itself`,
      edits:
        roleArn === null
          ? []
          : [{ source: `role/${roleArn.slice(roleArn.lastIndexOf("/") + 1)}`, pointer: "/MaxSessionDuration", value: Number.parseInt(actual.value, 10) }],
    };
  },
};
