/** The tags that make a collection: one message with many causes, or scenarios for an occasion. */
export const PACKS = {
  starter: "one deviation each, under two minutes each",
  workshop: "in pairs: one message, two causes",
  "ci-gate": "what must be refused, whoever changes the policies",
  "deep-cut": "for operators and platform teams",
  "says-not-authorized": "`Not authorized to perform sts:AssumeRoleWithWebIdentity`",
  "says-no-provider": "`No OpenIDConnect provider found in your account for …`",
  "says-node-role": "`User: …/assumed-role/NODE-ROLE/i-… is not authorized to perform …`",
  "says-timeout": "STS cannot be reached",
  "says-audience": "`Incorrect token audience`",
  "says-nothing": "no error at all",
};
