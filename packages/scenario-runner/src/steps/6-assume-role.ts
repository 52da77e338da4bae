import { type StepDefinition, sent } from "./step-definition.js";

export const assumeRole: StepDefinition = {
  step: 6,
  title: "The app calls AWS; the SDK looks for credentials and sends AssumeRoleWithWebIdentity",
  why: "The SDK finds the two variables that the webhook set, and exchanges the token for credentials. The app itself only calls S3: its SDK walks a chain of credential providers.",
  technical:
    "The call is not signed: the token itself is the proof. The SDK reads the token file anew for each call to STS. Which provider comes first, and what a failure does, differs from SDK to SDK.",
  evidence: [sent("AssumeRoleWithWebIdentity", "the SDK sent the token to STS")],
};
