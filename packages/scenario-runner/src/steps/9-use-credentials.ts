import { answeredIn, passed, type StepDefinition } from "./step-definition.js";

export const useCredentials: StepDefinition = {
  step: 9,
  title: "The app uses the credentials on a resource",
  why: "Being somebody is not being allowed something. The service verifies the signature and then asks the role's own policies.",
  technical:
    "The request is signed with SigV4 and carries the session token. The service, mostly S3, checks scope, token, expiry and signature, then the role's policies as they are now.",
  evidence: [
    passed(["s3.authorization", "service.authorization", "sts.authentication"], "the role's policies allow the call"),
    answeredIn(9, "sdk", "the service did what it was asked for"),
  ],
};
