import { answered, passed, type StepDefinition } from "./step-definition.js";

export const useCredentials: StepDefinition = {
  step: 9,
  title: "The app uses the credentials on a resource",
  why: "Being somebody is not being allowed something. The service verifies the signature and then asks the role's own policies.",
  technical:
    "The request is signed with SigV4 and carries the session token. S3 checks scope, token, expiry and signature, then the role's policies as they are now.",
  evidence: [passed("s3.authorization", "the role's policies allow the call"), answered("GetObject", 200, "S3 returned the object")],
};
