/** A controller that keeps pods, and what becomes of its pods while time moves on. */
import type { JsonObject, TraceEvent } from "@irsa-sim/core";
import { findWarnings } from "@irsa-sim/diagnosis";
import { describe, expect, test } from "vitest";
import { playVariant } from "../../../test/catalogue.js";

const KEEP = (compares: string) => `timeline:\n  - apply: [service-account.yaml]\n  - reconcile: { files: [pod.yaml], every: 30s, compares: ${compares} }\n`;
const WRITTEN = `
      - { name: AWS_STS_REGIONAL_ENDPOINTS, value: regional }
      - { name: AWS_DEFAULT_REGION, value: eu-west-1 }
      - { name: AWS_REGION, value: eu-west-1 }
      - { name: AWS_ROLE_ARN, value: "arn:aws:iam::111122223333:role/my-pod-role" }
      - { name: AWS_WEB_IDENTITY_TOKEN_FILE, value: /var/run/secrets/eks.amazonaws.com/serviceaccount/token }`;

const created = (times: number, pod = "my-pod") => `  - expect: { pod: { name: ${pod}, running: true, created: ${times} } }\n`;
const missedBy = async (lines: string) => {
  const { expectations, failure } = await playVariant(lines);
  return [failure, ...expectations.filter(({ met }) => !met)];
};

describe("the pod is created", () => {
  test.each<{ readonly name: string; readonly lines: string }>([
    {
      name: "again after each period, by the environment",
      lines: `${KEEP("environment")}${created(1)}  - advance: 29s\n${created(1)}  - advance: 1s\n${created(2)}`,
    },
    { name: "once, by the template", lines: `${KEEP("template")}  - advance: 1h\n${created(1)}` },
    {
      name: "once, when the template says what the webhook would add",
      lines: `patch:\n  kubernetes.Pod[my-pod].spec.containers[0]:\n    env:${WRITTEN}\n${KEEP("environment")}  - advance: 1h\n${created(1)}`,
    },
    {
      name: "once, when the service account asks for no role",
      lines: `patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: null\n${KEEP("environment")}  - advance: 1h\n${created(1)}`,
    },
    { name: "once, where nobody installed the webhook", lines: `webhook: { absent: true }\n${KEEP("environment")}  - advance: 1h\n${created(1)}` },
    { name: "again, when somebody deletes it", lines: `${KEEP("template")}  - delete: { pod: my-pod }\n  - advance: 30s\n${created(2)}` },
    {
      name: "by the controller that keeps the service account too",
      lines: `timeline:\n  - reconcile: { files: [service-account.yaml, pod.yaml], every: 30s, compares: template }\n  - advance: 1m\n${created(1)}`,
    },
    { name: "for each replica", lines: `replicas: 2\n${KEEP("environment")}  - advance: 1m\n${created(3)}` },
  ])("$name", async ({ lines }) => {
    expect(await missedBy(lines)).toEqual([null]);
  });

  test("under a name of its own each time", async () => {
    const { events, failure } = await playVariant(
      `patch:\n  kubernetes.Pod[my-pod].metadata: { name: null, generateName: my-pod- }\n${KEEP("environment")}  - advance: 1m`,
    );
    const names = events.flatMap((event) => (event.kind === "exchange" && event.name === "DeletePod" ? [event.request.url.split("/").at(-1)] : []));
    expect([failure, names.length, new Set(names).size]).toEqual([null, 2, 2]);
  });
});

describe("the loop is warned of", () => {
  test.each<{ readonly after: string; readonly warnings: readonly string[] }>([
    { after: "30s", warnings: [] },
    { after: "1m", warnings: ["controller-fights-webhook"] },
  ])("from the second time on: $after", async ({ after, warnings }) => {
    expect((await playVariant(`${KEEP("environment")}  - advance: ${after}`)).warnings.map(({ cause }) => cause)).toEqual(warnings);
  });

  const drifted = (event: TraceEvent, change: JsonObject): TraceEvent =>
    event.kind === "note" && event.name === "controller.drift" ? { ...event, attributes: { ...event.attributes, ...change } } : event;
  test.each<{ readonly name: string; readonly change: (event: TraceEvent) => TraceEvent }>([
    { name: "the webhook patched nothing", change: (event) => (event.kind === "note" && event.name === "webhook.patch" ? { ...event, name: "other" } : event) },
    { name: "another variable was lost as well", change: (event) => drifted(event, { old: [{ name: "MODE", value: "fast" }] }) },
    { name: "the template itself changed", change: (event) => drifted(event, { container: null, old: "a", new: "b" }) },
    { name: "no pod was deleted", change: (event) => (event.kind === "change" && event.after === null ? { ...event, after: event.before } : event) },
  ])("but not where $name", async ({ change }) => {
    const { events } = await playVariant(`${KEEP("environment")}  - advance: 1m`);
    expect([findWarnings(events).length, findWarnings(events.map(change))]).toEqual([1, []]);
  });
});

describe("a refusal ends the run", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly refusal: readonly (string | number | null)[] }>([
    {
      name: "at the first look",
      lines: "timeline:\n  - reconcile: { files: [pod.yaml], every: 30s, compares: template }\n",
      refusal: ["Forbidden", 403, 1],
    },
    {
      name: "at a later look",
      lines: `${KEEP("environment")}  - delete: { serviceAccount: my-service-account }\n  - advance: 1m`,
      refusal: ["Forbidden", 403, 1],
    },
    {
      name: "when the API server cannot be reached",
      lines: `${KEEP("environment")}  - fault: { unreachable: { host: kubernetes.default.svc, from: pods } }\n  - advance: 1m`,
      refusal: ["ETIMEDOUT", null, 1],
    },
    {
      name: "when it cannot be reached from where somebody applies a file",
      lines: "timeline:\n  - fault: { unreachable: { host: kubernetes.default.svc, from: developer } }\n  - apply: [service-account.yaml]\n",
      refusal: ["ETIMEDOUT", null, 1],
    },
  ])("$name", async ({ lines, refusal }) => {
    const { failure } = await playVariant(lines);
    expect([failure?.code, failure?.status, failure?.step]).toEqual(refusal);
  });
});
