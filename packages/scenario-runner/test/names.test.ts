import { describe, expect, test } from "vitest";
import { loadScenario, ScenarioError } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: worker, namespace: jobs }\nspec: { containers: [{ name: app }] }\n";
const MADE = "apiVersion: v1\nkind: Pod\nmetadata: { generateName: made- }\nspec: { containers: [{ name: app }] }\n";

function loadMine(lines: string): { readonly notices: readonly string[]; readonly faults: readonly string[] } {
  const scenario = `title: mine\nbase: basic\nexpect: { outcome: succeeded }\n${lines}`;
  const files = catalogueFiles({ "mine/scenario.yaml": scenario, "mine/worker.yaml": POD, "mine/made.yaml": MADE });
  try {
    return { notices: loadScenario(files, "mine").notices.map(({ line, message }) => `${line}: ${message}`), faults: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { notices: [], faults: error.problems.map(({ line, message, expected }) => `${line}: ${message} | ${expected}`) };
  }
}

const call = (pod: string): string => `  - call: { pod: ${pod}, sdk: js-v3, action: "s3:GetObject", bucket: my-bucket, key: hello.txt }\n`;
const APPLY = "timeline:\n  - apply: [service-account.yaml, pod.yaml, worker.yaml, made.yaml]\n";

describe("a cause that the catalogue does not have is a fault", () => {
  test.each([
    { name: "at the end", lines: "fix: { patch: {}, expect: { outcome: refused, cause: trust-sub-mismatsh } }\n" },
    { name: "in between", lines: "timeline:\n  - expect: { cause: trust-sub-mismatsh }\n" },
    { name: "among warnings", lines: "timeline:\n  - expect: { warnings: [trust-sub-mismatsh] }\n" },
  ])("$name", ({ lines }) => {
    expect(loadMine(lines).faults).toEqual([expect.stringMatching(/^[45]: unknown cause "trust-sub-mismatsh" \| perhaps trust-sub-mismatch; one of: /)]);
  });
});

describe("a pod or a service account that no file has is a notice", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly notices: readonly string[] }>([
    { name: "one that there is", lines: APPLY + call("my-pod"), notices: [] },
    { name: "a slip", lines: APPLY + call("my-pdo"), notices: ['6: no applied file has the pod "my-pdo" in namespace default; perhaps my-pod'] },
    { name: "in its namespace", lines: `${APPLY}  - exit: { pod: worker, namespace: jobs, container: app }\n`, notices: [] },
    {
      name: "in another namespace",
      lines: `${APPLY}  - read: { pod: worker, container: app, file: /x }\n`,
      notices: ['6: no applied file has the pod "worker" in namespace default; another namespace has it'],
    },
    { name: "a name that the API server makes", lines: APPLY + call("made-x2x9z"), notices: [] },
    { name: "nothing near", lines: `${APPLY}  - restart: { pod: zzz }\n`, notices: ['6: no applied file has the pod "zzz" in namespace default'] },
    { name: "a replica", lines: `replicas: 3\n${APPLY}${call("my-pod-1")}`, notices: [] },
    {
      name: "a replica of nothing",
      lines: `replicas: 3\n${APPLY}${call("my-po-1")}`,
      notices: ['7: no applied file has the pod "my-po-1" in namespace default; perhaps my-pod'],
    },
    {
      name: "no replica without replicas",
      lines: APPLY + call("my-pod-1"),
      notices: ['6: no applied file has the pod "my-pod-1" in namespace default; perhaps my-pod'],
    },
    {
      name: "a service account",
      lines: `${APPLY}  - delete: { serviceAccount: my-service-acount }\n`,
      notices: ['6: no applied file has the service account "my-service-acount" in namespace default; perhaps my-service-account'],
    },
    { name: "the service account that each namespace has", lines: `${APPLY}  - delete: { serviceAccount: default, namespace: jobs }\n`, notices: [] },
    {
      name: "pods of expectations",
      lines: `${APPLY}  - expect: { pod: { name: my-pot, running: true }, token: { pod: my-pof, claims: {} } }\n`,
      notices: [
        '6: no applied file has the pod "my-pot" in namespace default; perhaps my-pod',
        '6: no applied file has the pod "my-pof" in namespace default; perhaps my-pod',
      ],
    },
    {
      name: "the pod of a fault",
      lines: `${APPLY}  - fault: { token-tampered: { pod: my-pox, claim: sub, value: x } }\n`,
      notices: ['6: no applied file has the pod "my-pox" in namespace default; perhaps my-pod'],
    },
  ])("$name", ({ lines, notices }) => {
    expect(loadMine(lines)).toEqual({ notices, faults: [] });
  });
});
