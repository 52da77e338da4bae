import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { KubernetesStatus } from "../../kubernetes-status.js";
import { applyConfigurationDefaults } from "./apply-configuration-defaults.js";
import { validateConfiguration } from "./validate-configuration.js";

const GOOD: JsonObject = { name: "w", clientConfig: { url: "https://w.test/" }, sideEffects: "None", admissionReviewVersions: ["v1"] };
const SERVICE = { name: "w", namespace: "default" };
const FORM = "; desired format: https://host[/path]";

/** What is said of a configuration with one good webhook and this one, defaults filled in. */
function refusalOf(change: JsonObject): string | null {
  const webhooks = [GOOD, { ...GOOD, ...change }];
  try {
    validateConfiguration(applyConfigurationDefaults({ metadata: { name: "w" }, webhooks }));
    return null;
  } catch (error) {
    if (!(error instanceof KubernetesStatus)) throw error;
    return `${error.status} ${error.message.replace('MutatingWebhookConfiguration.admissionregistration.k8s.io "w" is invalid: webhooks[1].', "")}`;
  }
}

test.each<{ readonly name: string; readonly change: JsonObject; readonly refusal: string | null }>([
  { name: "nothing special", change: {}, refusal: null },
  { name: "a Service", change: { clientConfig: { service: SERVICE } }, refusal: null },
  { name: "an older version of the review", change: { admissionReviewVersions: ["v2", "v1beta1"] }, refusal: null },
  { name: "the shortest time", change: { timeoutSeconds: 1 }, refusal: null },
  { name: "the longest time", change: { timeoutSeconds: 30 }, refusal: null },
  { name: "policies", change: { failurePolicy: "Ignore", reinvocationPolicy: "IfNeeded" }, refusal: null },
  { name: "a bundle", change: { clientConfig: { url: "https://w.test/", caBundle: "QUJD" } }, refusal: null },
  {
    name: "selectors",
    change: { objectSelector: { matchExpressions: ["DoesNotExist", "Exists", "In", "NotIn"].map((operator) => ({ key: "a", operator })) } },
    refusal: null,
  },
  { name: "no name", change: { name: "" }, refusal: "422 name: Required value" },
  {
    name: "reviews that nobody speaks",
    change: { admissionReviewVersions: ["v2", "v3"] },
    refusal: '422 admissionReviewVersions: Invalid value: "v2,v3": must include at least one of v1, v1beta1',
  },
  { name: "no review", change: { admissionReviewVersions: [] }, refusal: "422 admissionReviewVersions: Required value: must specify one of v1, v1beta1" },
  {
    name: "too short a time",
    change: { timeoutSeconds: 0 },
    refusal: "422 timeoutSeconds: Invalid value: 0: the timeout value must be between 1 and 30 seconds",
  },
  {
    name: "too long a time",
    change: { timeoutSeconds: 31 },
    refusal: "422 timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds",
  },
  { name: "a failure policy", change: { failurePolicy: "" }, refusal: '422 failurePolicy: Unsupported value: "": supported values: "Fail", "Ignore"' },
  {
    name: "a reinvocation policy",
    change: { reinvocationPolicy: "Always" },
    refusal: '422 reinvocationPolicy: Unsupported value: "Always": supported values: "IfNeeded", "Never"',
  },
  {
    name: "a selector of namespaces",
    change: {
      namespaceSelector: {
        matchExpressions: [
          { key: "a", operator: "In" },
          { key: "a", operator: "is" },
        ],
      },
    },
    refusal: '422 namespaceSelector.matchExpressions[1].operator: Invalid value: "is": not a valid selector operator',
  },
  {
    name: "two targets",
    change: { clientConfig: { url: "https://w.test/", service: SERVICE } },
    refusal: "422 clientConfig: Required value: exactly one of url or service is required",
  },
  { name: "no URL", change: { clientConfig: { url: "w.test" } }, refusal: `422 clientConfig.url: Required value: url must be a valid URL${FORM}` },
  {
    name: "plain HTTP",
    change: { clientConfig: { url: "http://w.test" } },
    refusal: `422 clientConfig.url: Invalid value: "http": 'https' is the only allowed URL scheme${FORM}`,
  },
  ...["QUJ", "QU*D", "Q===", "QQ=A"].map((caBundle) => ({
    name: `bundle ${caBundle}`,
    change: { clientConfig: { url: "https://w.test/", caBundle } },
    refusal:
      '400 MutatingWebhookConfiguration in version "v1" cannot be handled as a MutatingWebhookConfiguration: illegal base64 data in webhooks.clientConfig.caBundle',
  })),
])("$name", ({ change, refusal }) => {
  expect(refusalOf(change)).toBe(refusal);
});

test("a stored webhook carries every default, and keeps what it says itself", () => {
  const sent = { clientConfig: { service: { name: "w", namespace: "a" } }, rules: [{ operations: ["*"] }, { scope: "Cluster" }] };
  const defaults = {
    failurePolicy: "Fail",
    matchPolicy: "Equivalent",
    namespaceSelector: {},
    objectSelector: {},
    reinvocationPolicy: "Never",
    timeoutSeconds: 10,
    clientConfig: { service: { port: 443, name: "w", namespace: "a" } },
    rules: [{ scope: "*", operations: ["*"] }, { scope: "Cluster" }],
  };
  const own = { ...defaults, failurePolicy: "Ignore", timeoutSeconds: 3, clientConfig: { service: { port: 8443 } }, rules: [] };
  const { webhooks } = applyConfigurationDefaults({ metadata: {}, webhooks: [sent, own, { clientConfig: { url: "x" } }] });
  expect(webhooks).toEqual([defaults, own, { ...defaults, clientConfig: { url: "x" }, rules: [] }]);
  expect(applyConfigurationDefaults({ metadata: {} })).toEqual({ metadata: {} });
});
