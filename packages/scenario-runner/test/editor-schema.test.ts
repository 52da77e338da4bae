import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { editorSchema } from "../src/index.js";
import { CATALOGUE, catalogueFiles } from "./catalogue.js";

const validate = new Ajv2020({ strict: true, strictRequired: false }).compile(editorSchema("urn:irsa-sim:test"));

describe("an editor finds no fault in a scenario of the catalogue", () => {
  test.each(CATALOGUE)("%s", (name) => {
    expect([validate(parse(catalogueFiles().read(name, "scenario.yaml") ?? "")), validate.errors]).toEqual([true, null]);
  });
});

const CALL = { pod: "p", sdk: "js-v3", action: "s3:GetObject", bucket: "b", key: "k" };

describe("what an editor underlines", () => {
  test.each<{ readonly name: string; readonly scenario: object; readonly isValid: boolean }>([
    { name: "nothing of a difference to a base", scenario: { base: "basic" }, isValid: true },
    { name: "neither base nor the whole", scenario: { title: "t" }, isValid: false },
    { name: "an unknown key", scenario: { base: "basic", rols: {} }, isValid: false },
    { name: "an unknown key below", scenario: { base: "basic", aws: { bukets: {} } }, isValid: false },
    { name: "an account as a number", scenario: { base: "basic", aws: { account: 111122223333 } }, isValid: false },
    { name: "not a null that takes away", scenario: { base: "basic", cluster: { node: null } }, isValid: true },
    { name: "not a variable", scenario: { base: "basic", aws: { oidcProviders: [{ url: "${issuerUrl}", clientIds: [] }] } }, isValid: true },
    { name: "not a provider's file", scenario: { base: "basic", aws: { oidcProviders: ["provider.json"] } }, isValid: true },
    {
      name: "not a cell's value where only some words may stand",
      scenario: { base: "basic", timeline: [{ call: { ...CALL, sdk: "${matrix.sdk}" } }] },
      isValid: true,
    },
    { name: "not a matrix", scenario: { base: "basic", matrix: { sdk: ["go-v2"], hops: [1, 2], exclude: [{ hops: 2 }] } }, isValid: true },
    { name: "a matrix without values", scenario: { base: "basic", matrix: { sdk: [] } }, isValid: false },
    {
      name: "an unknown line of a cell's expectation",
      scenario: { base: "basic", matrix: { include: [{ sdk: "a", expect: { otcome: 1 } }] } },
      isValid: false,
    },
    { name: "a provider over http", scenario: { base: "basic", aws: { oidcProviders: [{ url: "http://x", clientIds: [] }] } }, isValid: false },
    {
      name: "not each action",
      scenario: {
        base: "basic",
        timeline: [{ apply: ["a.yaml"] }, { delete: { pod: "p" } }, { call: CALL }, { advance: "1h" }, { fault: { "kubelet-stopped": true } }],
      },
      isValid: true,
    },
    { name: "not time that moves until something", scenario: { base: "basic", timeline: [{ advance: { until: { step: 3 }, atMost: "1d" } }] }, isValid: true },
    { name: "an unknown action", scenario: { base: "basic", timeline: [{ jump: 1 }] }, isValid: false },
    { name: "two actions in one", scenario: { base: "basic", timeline: [{ advance: "1h", apply: [] }] }, isValid: false },
    { name: "an action with a kind", scenario: { base: "basic", timeline: [{ call: { ...CALL, kind: "call" } }] }, isValid: false },
    { name: "a duration without unit", scenario: { base: "basic", timeline: [{ advance: "24" }] }, isValid: false },
    { name: "a call without an action", scenario: { base: "basic", timeline: [{ call: { ...CALL, action: undefined } }] }, isValid: false },
    { name: "a step that does not exist", scenario: { base: "basic", expect: { outcome: "refused", step: 10 } }, isValid: false },
  ])("$name", ({ scenario, isValid }) => {
    expect(validate(JSON.parse(JSON.stringify(scenario)))).toBe(isValid);
  });
});
