import { bodyText } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { checksOf, createTestWorld, ISSUER } from "../world.test-support.js";

const NO_KEY = "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
/** `levels` arrays, each in another, as JSON. */
const nested = (levels: number): string => "[".repeat(levels) + "]".repeat(levels);
const WHOLE = createTestWorld().issuer.discovery;
const MAX_BYTES = 1_000_000;
const discovery = (change: string): string => JSON.stringify({ ...WHOLE, CHANGE: 0 }).replace('"CHANGE":0', change);

test.each<{ readonly name: string; readonly answer: (jwks: string) => { discovery?: string; keys?: string }; readonly told: readonly string[] | null }>([
  { name: "keys of a million bytes", answer: (jwks) => ({ keys: jwks.padEnd(MAX_BYTES) }), told: null },
  {
    name: "keys of a byte more",
    answer: (jwks) => ({ keys: jwks.padEnd(MAX_BYTES + 1) }),
    told: ["jwks-malformed", "at most 1000000 bytes", "1000001 bytes"],
  },
  {
    name: "keys of that length in characters",
    answer: (jwks) => ({ keys: jwks.replace("{", '{"x":"é",').padEnd(MAX_BYTES) }),
    told: ["jwks-malformed", "at most 1000000 bytes", "1000001 bytes"],
  },
  { name: "keys that are no JSON", answer: () => ({ keys: "<html>" }), told: ["jwks-malformed", "JSON", "something else"] },
  { name: "keys that are an array", answer: () => ({ keys: "[]" }), told: ["jwks-malformed", "a JSON object with an array of keys", "something else"] },
  { name: "keys without a list", answer: () => ({ keys: '{"keys":{}}' }), told: ["jwks-malformed", "a JSON object with an array of keys", "something else"] },
  { name: "no keys", answer: () => ({ keys: '{"keys":[]}' }), told: ["jwks-empty", "at least one RSA or EC key", "none"] },
  {
    name: "keys nested without end",
    answer: () => ({ keys: `{"keys":[${nested(400_000)}]}` }),
    told: ["jwks-empty", "at least one RSA or EC key", "no JSON object"],
  },
  {
    name: "a kid nested without end",
    answer: () => ({ keys: `{"keys":[{"kid":${nested(400_000)}}]}` }),
    told: ["jwks-empty", "at least one RSA or EC key", "kid a value nested more than 32 levels deep is no string"],
  },
  {
    name: "a discovery document of a byte more",
    answer: () => ({ discovery: "{}".padEnd(MAX_BYTES + 1) }),
    told: ["discovery-malformed", "at most 1000000 bytes", "1000001 bytes"],
  },
  { name: "a discovery document that is no JSON", answer: () => ({ discovery: "" }), told: ["discovery-malformed", "JSON", "something else"] },
  ...["null", "[]", "7", '"a"', "true"].map((text) => ({
    name: `a discovery document that is ${text}`,
    answer: () => ({ discovery: text }),
    told: ["discovery-malformed", "a JSON object", "something else"],
  })),
  {
    name: "an issuer nested without end",
    answer: () => ({ discovery: `{"issuer":${nested(400_000)}}` }),
    told: ["issuer-differs", ISSUER, "a value nested more than 32 levels deep"],
  },
  { name: "no issuer", answer: () => ({ discovery: "{}" }), told: ["issuer-differs", ISSUER, "none"] },
  { name: "another issuer", answer: () => ({ discovery: discovery('"issuer":"https://x"') }), told: ["issuer-differs", ISSUER, "https://x"] },
  { name: "a jwks_uri that is a number", answer: () => ({ discovery: discovery('"jwks_uri":7') }), told: ["discovery-field-missing", "jwks_uri", "none"] },
  {
    name: "a jwks_uri of http",
    answer: () => ({ discovery: discovery('"jwks_uri":"http://x/"') }),
    told: ["jwks-uri-not-https", "an https URL", "http://x/"],
  },
  { name: "a jwks_uri that is no URL", answer: () => ({ discovery: discovery('"jwks_uri":"keys"') }), told: ["jwks-uri-not-https", "an https URL", "keys"] },
  ...["response_types_supported", "subject_types_supported", "id_token_signing_alg_values_supported"].map((list) => ({
    name: `a discovery document whose ${list} is no list`,
    answer: () => ({ discovery: discovery(`"${list}":{}`) }),
    told: ["discovery-field-missing", list, "none"],
  })),
])("$name", async ({ answer, told }) => {
  const world = createTestWorld();
  const answers = answer(JSON.stringify(world.issuer.jwks));
  world.issuer.alterBody = (body, document) => answers[document] ?? body;
  const response = await world.assumeRole();
  const failed = checksOf(world.events).find(({ passed }) => !passed);
  expect([response.status, failed === undefined ? null : [failed.reason, failed.expected.value, failed.actual.value]]).toEqual([
    told === null ? 200 : 400,
    told,
  ]);
  if (told !== null) expect(bodyText(response).replaceAll("&apos;", "'")).toContain(NO_KEY);
});
