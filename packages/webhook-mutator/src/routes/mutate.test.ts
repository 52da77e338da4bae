/** What the trace keeps of a decision, beside the answer. */
import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { Webhook } from "../create-webhook.js";
import { ask, notes, patchIn, type Question, ROLE_ARN, reviewOf } from "../create-webhook.test-support.js";

const pod = (annotations: Readonly<Record<string, string>> = {}) =>
  reviewOf({ metadata: { name: "p", annotations }, spec: { serviceAccountName: "app", containers: [{ name: "a" }] } });
const ofAccount = { of: "ServiceAccount", namespace: "default", name: "app" };
const ofPod = { of: "Pod", namespace: "default", name: "p" };

describe("options that are passed over", () => {
  test.each<{ readonly name: string; readonly question: Question; readonly noted: readonly object[] }>([
    { name: "none", question: { body: pod({ "eks.amazonaws.com/token-expiration": "3600" }) }, noted: [] },
    {
      name: "a service account's lifetime that is no number: the flag's counts",
      question: { body: pod(), annotations: { "role-arn": ROLE_ARN, "token-expiration": "1h" }, settings: { tokenExpirationSeconds: 7200n } },
      noted: [{ ...ofAccount, annotation: "eks.amazonaws.com/token-expiration", value: "1h", problem: "not-a-whole-number", used: "7200" }],
    },
    {
      name: "a service account's lifetime below the minimum",
      question: { body: pod(), annotations: { "role-arn": ROLE_ARN, "token-expiration": "60" } },
      noted: [{ ...ofAccount, annotation: "eks.amazonaws.com/token-expiration", value: "60", problem: "below-minimum", used: "600" }],
    },
    {
      name: "no boolean: the flag's counts",
      question: { body: pod(), annotations: { "role-arn": ROLE_ARN, "sts-regional-endpoints": "yes" }, settings: { stsRegionalEndpoint: true } },
      noted: [{ ...ofAccount, annotation: "eks.amazonaws.com/sts-regional-endpoints", value: "yes", problem: "not-a-boolean", used: "true" }],
    },
    {
      name: "of a pod the lifetime alone is an option",
      question: { body: pod({ "eks.amazonaws.com/token-expiration": "never", "eks.amazonaws.com/sts-regional-endpoints": "yes" }) },
      noted: [{ ...ofPod, annotation: "eks.amazonaws.com/token-expiration", value: "never", problem: "not-a-whole-number", used: "86400" }],
    },
    {
      name: "a pod without a name",
      question: { body: reviewOf({ metadata: { annotations: { "eks.amazonaws.com/token-expiration": "1" } }, spec: { serviceAccountName: "app" } }) },
      noted: [{ ...ofPod, name: "", annotation: "eks.amazonaws.com/token-expiration", value: "1", problem: "below-minimum", used: "600" }],
    },
    { name: "a pod that is left alone", question: { body: pod({ "eks.amazonaws.com/token-expiration": "1" }), annotations: {} }, noted: [] },
  ])("$name", async ({ question, noted }) => {
    const { trace } = await ask(question);
    expect(notes(trace, "webhook.option-ignored").map(({ attributes }) => attributes)).toEqual(noted);
  });
});

test("a well-formed role is no note, and the patch is one", async () => {
  const { response, trace } = await ask({ body: pod() });
  expect(notes(trace, "webhook.role-arn-malformed")).toEqual([]);
  expect(notes(trace, "webhook.fields-dropped")).toEqual([]);
  expect(notes(trace, "webhook.patch").map(({ attributes }) => attributes)).toEqual([{ patch: patchIn(response) }]);
});

test.each([
  { method: "container_credentials", identities: [{ namespace: "default", serviceAccount: "app" }] },
  { method: "sts_web_identity", identities: [] },
])("counted as $method", async ({ method, identities }) => {
  let webhook: Webhook | undefined;
  const settings = { watchContainerCredentialsConfig: "/config.json" };
  const prepare: Question["prepare"] = (created, { root }) => {
    webhook = created;
    created.containerCredentialsFileChanged(JSON.stringify({ identities }), root);
  };
  const { trace } = await ask({ body: pod(), settings, prepare });
  const metrics = await webhook?.metricsHandler({ method: "GET", url: "http://webhook:9999/metrics", headers: {}, body: "" }, trace.root);
  expect(bodyText(metrics ?? { body: "" }).match(/^pod_identity_webhook_pod_count.*$/gm)).toEqual([`pod_identity_webhook_pod_count{method="${method}"} 1`]);
});

test("members that the webhook's types do not have", async () => {
  const { trace } = await ask({ body: reviewOf({ spec: { serviceAccountName: "app", containers: [{ name: "a", novelty: 1 }] } }) });
  expect(notes(trace, "webhook.fields-dropped").map(({ attributes }) => attributes)).toEqual([{ fields: ["spec.containers[0].novelty"], minorVersion: null }]);
});

describe("what the watches deliver is noted", () => {
  test.each([
    { name: "a ConfigMap", data: { config: "{}" }, problem: null },
    {
      name: "a ConfigMap that does not parse",
      data: { config: "[]" },
      problem: 'failed to unmarshal new config "[]": json: cannot unmarshal array into Go value of type map[string]*cache.Entry',
    },
  ])("$name", async ({ data, problem }) => {
    const { trace } = await ask({ body: pod(), settings: { watchConfigMap: true }, prepare: (webhook, { root }) => webhook.configMapChanged(data, root) });
    expect(notes(trace, "webhook.config-map").map(({ attributes }) => attributes)).toEqual([{ problem }]);
  });

  test.each([
    { name: "a list", content: '{"identities":[]}', problem: null },
    { name: "no file", content: null, problem: null },
    {
      name: "identities that are no list",
      content: '{"identities":{}}',
      problem:
        "error Unmarshalling container credentials config file: json: cannot unmarshal object into Go struct field IdentityConfigObject.identities of type []containercredentials.Identity",
    },
    {
      name: "no JSON",
      content: "{a",
      problem: "error Unmarshalling container credentials config file: invalid character 'a' looking for beginning of object key string",
    },
  ])("the container-credentials file: $name", async ({ content, problem }) => {
    const settings = { watchContainerCredentialsConfig: "/config.json" };
    const { trace } = await ask({ body: pod(), settings, prepare: (webhook, { root }) => webhook.containerCredentialsFileChanged(content, root) });
    expect(notes(trace, "webhook.container-credentials-file").map(({ attributes }) => attributes)).toEqual([{ problem }]);
  });

  test("nothing that is not watched", async () => {
    const { trace } = await ask({
      body: pod(),
      prepare: (webhook, { root }) => {
        webhook.configMapChanged({ config: "{}" }, root);
        webhook.containerCredentialsFileChanged("{}", root);
      },
    });
    expect([...notes(trace, "webhook.config-map"), ...notes(trace, "webhook.container-credentials-file")]).toEqual([]);
  });
});

describe("a form's body is read as its query is", () => {
  const form = (body: string) => ({ body, request: { headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" } } });
  test.each([
    { name: "a bad escape", body: "a=%z1", status: 400 },
    { name: "an escape cut off", body: "a=%4", status: 400 },
    { name: "a semicolon", body: "a;b", status: 400 },
    { name: "a good one, which is no JSON", body: "a=%4a", status: 415 },
  ])("$name", async ({ body, status }) => {
    expect((await ask(form(body))).response.status).toBe(status);
  });
});
