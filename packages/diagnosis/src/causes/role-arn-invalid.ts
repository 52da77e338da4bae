import { type Cause, lastNote } from "../cause.js";

/** failures.md, rank 41. */
export const roleArnInvalid: Cause = {
  id: "role-arn-invalid",
  title: "The annotation's value is not the ARN of a role",
  explain({ check, events }) {
    if (check.check !== "sts.role-arn") return null;
    const serviceAccount = lastNote(events, "webhook.decision")?.attributes.serviceAccount;
    const holder = typeof serviceAccount === "string" ? `service account ${serviceAccount}` : "the caller";
    return {
      because: `${holder} asks for "${check.actual.value}", which is no role's ARN; the webhook injects whatever the annotation says`,
      fix: "annotate the service account with arn:PARTITION:iam::ACCOUNT:role/NAME, path included, then create the pod again",
    };
  },
};
