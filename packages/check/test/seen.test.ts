/** Files that are no documents of a cluster or an account: what was seen of a container, and what CloudTrail recorded. */
import { describe, expect, test } from "vitest";
import type { InputFile } from "../src/index.js";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { type Identity, roleArnOf, statementFor, subjectOf, WORKING, type World, withIdentity } from "./forms/world.js";

const [FORM] = FORMS;
const [PAYMENTS] = WORKING.identities as readonly [Identity];
const ROLE = roleArnOf(WORKING, PAYMENTS);
const SUBJECT = subjectOf(PAYMENTS);
/** Its role trusts somebody else. */
const BROKEN = withIdentity(WORKING, 0, (identity) => ({
  ...identity,
  role: { ...identity.role, trust: { Version: "2012-10-17", Statement: [statementFor(WORKING, "system:serviceaccount:billing:somebody")] } },
}));
const file = (name: string, text: string): InputFile => ({ file: name, text, isNamed: true });
const withFile = (name: string, text: string, world: World = WORKING) => checkInput([...(FORM.write(world) ?? []), file(name, text)]);

const token = (claims: object): string => `e30.${btoa(JSON.stringify(claims)).replaceAll("=", "")}.c2ln`;
const event = (members: object): string =>
  JSON.stringify({
    ...{ eventSource: "sts.amazonaws.com", eventName: "AssumeRoleWithWebIdentity", eventTime: "2026-01-05T08:00:00Z" },
    userIdentity: { type: "WebIdentityUser", userName: SUBJECT, identityProvider: `arn:aws:iam::${WORKING.account}:oidc-provider/${WORKING.issuer}` },
    requestParameters: { roleArn: ROLE },
    ...members,
  });

test("what env prints is known by its content", async () => {
  const { failure } = await withFile("pod.txt", "PATH=/usr/bin\nHOME=/root\n");
  expect(failure?.cause).toBe("webhook-absent-fail-open");
});

test("a token is known by its content, and says who is asked about", async () => {
  await expect(withFile("token", `${token({ sub: "system:serviceaccount:billing:somebody" })}\n`)).rejects.toThrow("there is no workload");
});

test("one environment counts", async () => {
  const [form] = [FORM.write(WORKING) ?? []];
  const { notices } = await checkInput([...form, file("a.txt", "PATH=/a\n"), file("b.txt", "PATH=/b\n")]);
  expect(notices).toEqual([{ file: "b.txt", line: 1, column: 1, message: expect.stringContaining("the environment of one container is looked at") }]);
});

describe("a call that CloudTrail recorded", () => {
  test("is the error that is told first", async () => {
    const { failure, notices } = await withFile("event.json", event({ errorCode: "AccessDenied", errorMessage: "An unknown error occurred" }), BROKEN);
    expect([failure?.cause, notices]).toEqual(["trust-sub-mismatch", []]);
  });

  test("calls of others are counted, and their errors are theirs", async () => {
    const others = ["a", "b"].map((name) =>
      event({ userIdentity: { userName: `system:serviceaccount:x:${name}` }, errorCode: "AccessDenied", errorMessage: "An unknown error occurred" }),
    );
    const log = `{"Records":[${[event({ errorCode: "AccessDenied", errorMessage: "An unknown error occurred" }), ...others].join(",")}]}`;
    const { failure, notices } = await withFile("log.json", log, BROKEN);
    expect([failure?.cause, notices.map(({ message }) => message)]).toEqual([
      "trust-sub-mismatch",
      ["CloudTrail: calls of 2 others are passed over, such as system:serviceaccount:x:a"],
    ]);
  });

  test.each<{ readonly name: string; readonly members: object; readonly world?: World; readonly says: string }>([
    {
      name: "failed, where the documents work",
      members: { errorCode: "AccessDenied", errorMessage: "An unknown error occurred" },
      says: "these documents do not lead to the error",
    },
    {
      name: "succeeded, where the documents do not work",
      members: {},
      world: BROKEN,
      says: "CloudTrail at 2026-01-05T08:00:00Z: this call succeeded",
    },
    {
      name: "asked for another role",
      members: { requestParameters: { roleArn: "arn:aws:iam::444455556666:role/old" } },
      says: `asked for arn:aws:iam::444455556666:role/old, and its service account names ${ROLE}`,
    },
  ])("$name", async ({ members, world, says }) => {
    const { notices } = await withFile("event.json", event(members), world);
    expect(notices.map(({ message }) => message)).toEqual([expect.stringContaining(says)]);
  });
});

test("get-caller-identity says the account of a role whose answer names none", async () => {
  const statement = statementFor({ ...WORKING, account: "777788889999" }, SUBJECT);
  const role = { RoleName: "payments", AssumeRolePolicyDocument: { Version: "2012-10-17", Statement: [statement] } };
  const { workloads } = await checkInput([
    file("role.json", JSON.stringify(role)),
    file("who.json", JSON.stringify({ UserId: "A", Account: "777788889999", Arn: "x" })),
  ]);
  expect(workloads.map(({ role: asked }) => asked)).toEqual(["arn:aws:iam::777788889999:role/payments"]);
});
