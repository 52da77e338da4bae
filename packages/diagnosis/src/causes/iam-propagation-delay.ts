import type { NoteEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";

/** Checks that read what IAM holds. */
const CHECKS = ["sts.provider", "sts.trust-policy", "s3.authorization", "service.authorization"];

/** failures.md, rank 46. */
export const iamPropagationDelay: Cause = {
  id: "iam-propagation-delay",
  rank: "without-effect",
  met: "sometimes",
  title: "A change in IAM has not reached the service yet",
  see: "Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied, 403) for 10 to 30 s after creation, then fine",
  why: "IAM is eventually consistent: IAM itself shows the new role at once, the services of a region read a copy.",
  prove: ["aws iam get-role --role-name ROLE --query Role.CreateDate", "wait 30 seconds and do the same again"],
  sources: [
    "https://github.com/hashicorp/terraform-provider-aws/issues/6566",
    "https://github.com/DataDog/stratus-red-team/pull/358",
    "https://github.com/pulumi/pulumi-aws/issues/2411",
    "https://github.com/openshift/release/pull/84522",
  ],
  explain({ check, events }) {
    if (!CHECKS.includes(check.check)) return null;
    const note = events.find((event): event is NoteEvent => event.kind === "note" && event.name === "iam.change-not-seen-yet" && event.parent === check.parent);
    if (note === undefined) return null;
    const { arn, changedAt, seenFrom } = note.attributes;
    return {
      because: `${String(arn)} was changed at ${String(changedAt)}, and this service does not see it before ${String(seenFrom)}: it decided by what was there until then`,
      fix: "wait and try again, with back-off; do not create and use in one breath",
    };
  },
};
