import { answered, type StepDefinition } from "./step-definition.js";

export const returnCredentials: StepDefinition = {
  step: 8,
  title: "STS returns temporary credentials",
  why: "From here on the token is not needed. The app signs its calls with keys that work for one hour and belong to the role.",
  technical: "Access key, secret key and session token in XML. They last 3600 seconds unless the caller asked otherwise, whatever the token's own life is.",
  evidence: [answered("AssumeRoleWithWebIdentity", 200, "STS answered with credentials")],
};
