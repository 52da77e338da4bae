import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** failures.md, rank 61. */
export const forAllValuesVacuous: Cause = {
  id: "forallvalues-vacuous",
  rank: "without-effect",
  met: "rarely",
  title: "ForAllValues matches when the key is absent",
  see: "No error: the condition is true for tokens without the claim",
  why: "Set operators are vacuously true on missing keys; copied from answers.",
  prove: [
    "aws iam get-role --role-name ROLE --query Role.AssumeRolePolicyDocument | grep ForAllValues",
    "kubectl create token ANOTHER_SERVICE_ACCOUNT -n NAMESPACE --audience sts.amazonaws.com",
    "aws sts assume-role-with-web-identity --role-arn ROLE_ARN --role-session-name test --web-identity-token TOKEN",
  ],
  sources: ["https://github.com/aws-actions/configure-aws-credentials/issues/318"],
  warn(events) {
    const note = events.find((event): event is NoteEvent => event.kind === "note" && event.attributes.mistake === "for-all-values");
    if (note === undefined) return [];
    const { policy, pointer, fix, actual } = note.attributes;
    return [
      {
        because: `the trust policy has ${String(actual)}; of a key that is absent all values fulfil any condition, so nothing is asked there`,
        fix: String(fix),
        from: { file: String(policy), pointer: String(pointer) },
      },
    ];
  },
};
