import { describe, expect, test } from "vitest";
import { traceLines } from "./trace-lines.test-support.js";
import { ACCOUNT, createTestWorld, credentialsIn, PROVIDER_ARN, ROLE_ARN, type TestWorld } from "./world.test-support.js";

const TAGS = {
  "https://aws.amazon.com/tags": { principal_tags: { team: ["blue"] }, transitive_tag_keys: ["team"] },
  "https://aws.amazon.com/source_identity": "ann",
};
const ACTIONS = ["sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity"];
const PARAMETERS = { RoleArn: ROLE_ARN, RoleSessionName: "my-session" };
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] });

/** What stands in the trace is what people learn from, so every word of it is held. */
async function recorded(act: (world: TestWorld) => unknown): Promise<string> {
  const world = createTestWorld();
  await act(world);
  return traceLines(world.events).join("\n");
}

function trust(world: TestWorld, principal: object, actions: string | readonly string[]): void {
  world.changeTrustPolicy([{ Effect: "Allow", Principal: principal as never, Action: actions as never }]);
}

describe("what stands in the trace", () => {
  test.each<{ readonly name: string; readonly act: (world: TestWorld) => unknown }>([
    { name: "web-identity", act: (world) => world.assumeRole() },
    {
      name: "web-identity-with-everything",
      act: (world) => {
        trust(world, { Federated: PROVIDER_ARN }, ACTIONS);
        Object.assign(world.call.claims, TAGS, { azp: "sts.amazonaws.com", "https://aws.amazon.com/roles": [ROLE_ARN] });
        Object.assign(world.call.parameters, { Policy: POLICY, DurationSeconds: "900", ProviderId: "www.amazon.com" });
        return world.assumeRole();
      },
    },
    {
      name: "assume-role",
      act: (world) => {
        trust(world, { AWS: world.developer.arn }, ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]);
        const tags = { "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue", "TransitiveTagKeys.member.1": "team" };
        return world.signedCall("AssumeRole", { ...PARAMETERS, ...tags, SourceIdentity: "ann", ExternalId: "42", Policy: POLICY, DurationSeconds: "901" });
      },
    },
    {
      name: "assume-role-refused",
      act: async (world) => {
        await world.signedCall("AssumeRole", PARAMETERS);
        await world.signedCall("AssumeRole", { ...PARAMETERS, RoleArn: `${ROLE_ARN}s` });
        trust(world, { AWS: world.developer.arn }, ["sts:AssumeRole", "sts:TagSession"]);
        const key = (index: number, value: string) => ({ [`Tags.member.${index}.Key`]: value, [`Tags.member.${index}.Value`]: "1" });
        const parameters = [
          { SourceIdentity: "ann" },
          { ...key(1, "a"), ...key(2, "A") },
          key(1, "aws:a"),
          { "TransitiveTagKeys.member.1": "a" },
          Object.assign({}, ...Array.from({ length: 51 }, (_, index) => key(index + 1, `t${index}`))),
          { DurationSeconds: "3601" },
          { Policy: "{" },
          { "PolicyArns.member.1.arn": `arn:aws:iam::${ACCOUNT}:policy/none` },
          Object.fromEntries(
            Array.from({ length: 11 }, (_, index) => [`PolicyArns.member.${index + 1}.arn`, "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]),
          ),
          {
            Policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Sid: "a".repeat(1900), Effect: "Allow", Action: "s3:*", Resource: "*" }] }),
            ...key(1, "x".repeat(128)),
          },
        ];
        for (const more of parameters) await world.signedCall("AssumeRole", { ...PARAMETERS, ...more });
      },
    },
    {
      name: "role-chaining",
      act: async (world) => {
        Object.assign(world.call.claims, TAGS);
        world.changeTrustPolicy([
          { Effect: "Allow", Principal: { Federated: PROVIDER_ARN }, Action: ACTIONS },
          { Effect: "Allow", Principal: { AWS: ROLE_ARN }, Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"] },
        ]);
        world.changeRole({ maxSessionDurationSeconds: 43_200, tags: new Map([["stage", "prod"]]) });
        const credentials = credentialsIn(await world.assumeRole());
        await world.signedCall("AssumeRole", PARAMETERS, { credentials });
        await world.signedCall("AssumeRole", { ...PARAMETERS, DurationSeconds: "3601" }, { credentials });
        await world.signedCall("AssumeRole", { ...PARAMETERS, "Tags.member.1.Key": "TEAM", "Tags.member.1.Value": "red" }, { credentials });
        await world.signedCall("AssumeRole", { ...PARAMETERS, SourceIdentity: "bob" }, { credentials });
      },
    },
    {
      name: "other-actions",
      act: async (world) => {
        await world.signedCall("GetCallerIdentity");
        await world.signedCall("GetSessionToken");
        await world.signedCall("GetFederationToken", { Name: "ann", Policy: POLICY });
        await world.signedCall("DecodeAuthorizationMessage", { EncodedMessage: "bm8=" });
        await world.signedCall("GetAccessKeyInfo", { AccessKeyId: world.developer.accessKeyId });
        await world.signedCall("GetAccessKeyInfo", { AccessKeyId: "not_an_access_key" });
        await world.signedCall("GetCallerIdentity", {}, { region: "us-east-1" });
        await world.signedCall("GetCallerIdentity", {}, { credentials: { ...world.developer, sessionToken: "stray" } });
        const saml = { RoleArn: ROLE_ARN, PrincipalArn: `arn:aws:iam::${ACCOUNT}:saml-provider/idp`, SAMLAssertion: "PHg+" };
        await world.signedCall("AssumeRoleWithSAML", saml);
        world.account.users.set("developer", { ...world.developer, policies: [] });
        await world.signedCall("GetAccessKeyInfo", { AccessKeyId: world.developer.accessKeyId });
        world.accountsWithoutRegion.add(ACCOUNT as never);
        await world.signedCall("AssumeRole", PARAMETERS);
      },
    },
  ])("of $name", async ({ name, act }) => {
    await expect(await recorded(act)).toMatchFileSnapshot(`../__golden__/recorded-${name}.txt`);
  });
});
