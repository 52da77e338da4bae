import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { decideAgentRefusal } from "./validate-request.js";

const NOW_SECONDS = 1_767_603_600;
const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const token = (claims: object): string => `${part({ alg: "RS256" })}.${part(claims)}.c2ln`;
const GOOD = token({ exp: NOW_SECONDS + 60 });

test.each([
  { name: "a token in its time", token: GOOD, refused: null },
  { name: "over IPv6", host: "fd00:ec2::23", token: GOOD, refused: null },
  { name: "a token without times", token: token({}), refused: null },
  { name: "another address", host: "127.0.0.1", token: GOOD, refused: [403, "address"] },
  { name: "no token", token: "", refused: [400, "empty"] },
  { name: "one part", token: "abc", refused: [400, "malformed"] },
  { name: "Bearer before it", token: `Bearer ${GOOD}`, refused: [400, "malformed"] },
  { name: "a payload that is no JSON", token: `${part({ alg: "RS256" })}.AAAA.c2ln`, refused: [400, "malformed"] },
  { name: "an expired token", token: token({ exp: NOW_SECONDS - 1 }), refused: [400, "claims"] },
  { name: "a token of tomorrow", token: token({ nbf: NOW_SECONDS + 1 }), refused: [400, "claims"] },
])("$name", ({ host = "169.254.170.23", token: sent, refused }) => {
  const refusal = decideAgentRefusal({ host, token: sent, now: epochMillis(NOW_SECONDS * 1000) });
  expect(refusal === null ? null : [refusal.status, refusal.reason]).toEqual(refused);
});

test("Bearer is named where it stands before the token", () => {
  expect(decideAgentRefusal({ host: "169.254.170.23", token: `Bearer ${GOOD}`, now: epochMillis(0) })?.message).toBe(
    "Service account token cannot be parsed: token is malformed: could not base64 decode header: it begins with Bearer",
  );
});
