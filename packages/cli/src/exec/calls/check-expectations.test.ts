import { describe, expect, test } from "vitest";
import { asksWhoCalls } from "./asks-who-calls.js";
import { checkExpectations } from "./check-expectations.js";
import type { ClientCall } from "./client-call.js";

const ROLE = "arn:aws:sts::111122223333:assumed-role/my-pod-role/session";
const NODE = "arn:aws:sts::111122223333:assumed-role/node/i-1";

const call = (name: string, to: ClientCall["to"], principal: string | null): ClientCall => ({
  ...{ name, to, principal, status: 200, issued: null, exchangedToken: null, decided: null, client: "", refusal: null },
});
const log = (calls: readonly ClientCall[], tokens = 1) => ({ callers: calls.filter(asksWhoCalls), hasFurtherCallers: false, tokens });

describe("a principal", () => {
  test.each([
    { name: "every call as it", calls: [call("GetObject", "s3", ROLE)], missed: [] },
    {
      name: "what asks nobody does not count",
      calls: [call("AssumeRoleWithWebIdentity", "sts", null), call("GetNodeRoleName", "node", null), call("GetObject", "s3", ROLE)],
      missed: [],
    },
    { name: "a call as the node", calls: [call("GetObject", "s3", ROLE), call("PutObject", "s3", NODE)], missed: [`PutObject was made as ${NODE}`] },
    { name: "a call as nobody", calls: [call("GetObject", "s3", null)], missed: ["GetObject was made as nobody that is known"] },
    { name: "no call", calls: [], missed: ["there was no call"] },
  ])("$name", ({ calls, missed }) => {
    const principal = "arn:aws:sts::111122223333:assumed-role/my-pod-role/*";
    expect(checkExpectations(log(calls), { principal })).toEqual(missed.map((what) => `expected every call as ${principal}; ${what}`));
  });

  test("of more principals than are kept nobody can say", () => {
    expect(checkExpectations({ ...log([call("GetObject", "s3", ROLE)]), hasFurtherCallers: true }, { principal: ROLE })).toEqual([
      expect.stringContaining("who came then is not known"),
    ]);
  });

  test("marks of a pattern are text, but for the star", () => {
    expect(checkExpectations(log([call("GetObject", "s3", "arnXaws")]), { principal: "arn.aws" })).toHaveLength(1);
  });
});

test.each([
  { tokens: 0, rotations: 0, missed: [] },
  { tokens: 2, rotations: 1, missed: [] },
  { tokens: 1, rotations: 1, missed: ["expected 1 rotation of the token to be picked up; found 0"] },
  { tokens: 2, rotations: 3, missed: ["expected 3 rotations of the token to be picked up; found 1"] },
])("$tokens tokens for $rotations rotations", ({ tokens, rotations, missed }) => {
  expect(checkExpectations(log([], tokens), { rotations })).toEqual(missed);
});
