import { expect, test } from "vitest";
import { sessionParameters } from "./session-parameters.js";

test.each([
  { name: "nothing", wishes: {}, sent: {} },
  { name: "a policy", wishes: { policy: { Statement: [] } }, sent: { Policy: '{"Statement":[]}' } },
  { name: "managed policies", wishes: { policyArns: ["a", "b"] }, sent: { "PolicyArns.member.1.arn": "a", "PolicyArns.member.2.arn": "b" } },
  {
    name: "tags, one of them handed down",
    wishes: { tags: { team: "blue", app: "" }, transitiveTagKeys: ["team"] },
    sent: {
      ...{ "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue", "Tags.member.2.Key": "app", "Tags.member.2.Value": "" },
      "TransitiveTagKeys.member.1": "team",
    },
  },
  { name: "who it is for", wishes: { externalId: "42", sourceIdentity: "ann" }, sent: { ExternalId: "42", SourceIdentity: "ann" } },
])("what is sent for $name", ({ wishes, sent }) => {
  expect(sessionParameters(wishes)).toEqual(sent);
});
