import { type AccountId, type Arn, createRandom, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { createIam } from "@irsa-sim/iam";
import { expect, test } from "vitest";
import { createEcrPull } from "./pull-from-ecr.js";

const ROLE = "arn:aws:iam::111122223333:role/node" as Arn;
const IMAGE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0";
const REPOSITORY = "arn:aws:ecr:eu-west-1:111122223333:repository/team/app";
const TOKEN = { Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" };
const PULL = { Effect: "Allow", Action: "ecr:BatchGetImage", Resource: REPOSITORY };

/** What the registry says to a node whose role has these statements. */
async function pull(image: string, statements: readonly object[]): Promise<string | null> {
  const clock = new VirtualClock(epochMillis(Date.UTC(2026, 0, 5, 9)));
  const iam = createIam({ clock, random: createRandom("iam"), accounts: ["111122223333" as AccountId] });
  const document = JSON.parse(JSON.stringify({ Version: "2012-10-17", Statement: statements }));
  const role = { inlinePolicies: new Map([["node", { source: "role/node/policy/node", document }]]) };
  const withRole = { ...iam, findRole: (arn: Arn) => (arn === ROLE ? (role as unknown as ReturnType<typeof iam.findRole>) : null) };
  return createEcrPull({ iam: withRole, partition: "aws", nodeRoleArn: ROLE })(image, createTrace(clock).root);
}

test.each([
  { name: "both rights", image: IMAGE, statements: [TOKEN, PULL], refusal: null },
  { name: "a digest", image: IMAGE.replace(":1.0", "@sha256:00"), statements: [TOKEN, PULL], refusal: null },
  { name: "no right to log in", image: IMAGE, statements: [PULL], refusal: "no basic auth credentials" },
  { name: "no right to this repository", image: IMAGE.replace("team/app", "team/other"), statements: [TOKEN, PULL], refusal: "403 Forbidden" },
  { name: "a denial", image: IMAGE, statements: [TOKEN, PULL, { ...PULL, Effect: "Deny" }], refusal: "403 Forbidden" },
  { name: "no rights, and an image from elsewhere", image: "example.com/app:1.0", statements: [], refusal: null },
  { name: "no rights, and a host that only looks like it", image: "ecr.eu-west-1.amazonaws.com/app", statements: [], refusal: null },
])("$name", async ({ image, statements, refusal }) => {
  expect(await pull(image, statements)).toBe(refusal);
});
