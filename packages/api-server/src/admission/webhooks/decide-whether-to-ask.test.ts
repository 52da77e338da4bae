import { expect, test } from "vitest";
import { decideWhetherToAsk } from "./decide-whether-to-ask.js";

const RULE = { operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"], scope: "*" };
const EXISTS = { matchExpressions: [{ key: "team", operator: "Exists" }] };

test.each([
  { name: "a rule that fits", change: {}, asked: true },
  ...["operations", "apiGroups", "apiVersions", "resources"].flatMap((part) => [
    { name: `${part}: everything`, change: { [part]: ["*"] }, asked: true },
    { name: `${part}: something else`, change: { [part]: ["other"] }, asked: false },
    { name: `${part}: nothing`, change: { [part]: [] }, asked: false },
    { name: `${part}: a part more than enough`, change: { [part]: ["other", "*"] }, asked: true },
  ]),
  { name: "resources with their subresources", change: { resources: ["*/*"] }, asked: true },
  { name: "subresources alone", change: { resources: ["pods/status"] }, asked: false },
  { name: "what is of a namespace", change: { scope: "Namespaced" }, asked: true },
  { name: "what is of none", change: { scope: "Cluster" }, asked: false },
])("$name", ({ change, asked }) => {
  const webhook = {
    rules: [
      { ...RULE, resources: ["nodes"] },
      { ...RULE, ...change },
    ],
    namespaceSelector: {},
    objectSelector: {},
  };
  const expected = asked ? { isAsked: true } : { isAsked: false, reason: "no-rule" };
  expect(decideWhetherToAsk(webhook, { labels: {}, namespaceLabels: {} })).toEqual(expected);
});

test.each([
  { name: "both labelled", labels: { team: "a" }, namespaceLabels: { team: "a" }, reason: null },
  { name: "the namespace alone", labels: {}, namespaceLabels: { team: "a" }, reason: "object-selector" },
  { name: "the pod alone", labels: { team: "a" }, namespaceLabels: {}, reason: "namespace-selector" },
  { name: "neither", labels: {}, namespaceLabels: {}, reason: "namespace-selector" },
])("$name", ({ reason, ...pod }) => {
  const decision = decideWhetherToAsk({ rules: [RULE], namespaceSelector: EXISTS, objectSelector: EXISTS }, pod);
  expect(decision).toEqual(reason === null ? { isAsked: true } : { isAsked: false, reason });
});

test("without any rule nobody is asked", () => {
  const decision = decideWhetherToAsk({ rules: [], namespaceSelector: {}, objectSelector: {} }, { labels: {}, namespaceLabels: {} });
  expect(decision).toEqual({ isAsked: false, reason: "no-rule" });
});
