import { bucketName, regionName } from "@irsa-sim/core/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadScenario, ScenarioError } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

const VALID = "title: mine\nbase: basic\nexpect: { outcome: succeeded }\n";

/** Loads the scenario `mine` and tells its faults, `file:line:column message`. */
function faultsOf(files: Readonly<Record<string, string>>): readonly string[] {
  const own = Object.fromEntries(Object.entries(files).map(([file, text]) => [`mine/${file}`, text]));
  try {
    loadScenario(catalogueFiles(own), "mine");
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.problems.map(({ file, line, column, message }) => `${file.replace("mine/", "")}:${line}:${column} ${message}`);
  }
}

const inScenario = (lines: string): Readonly<Record<string, string>> => ({ "scenario.yaml": VALID + lines });
const withPod = (pod: string): Readonly<Record<string, string>> => ({ ...inScenario("timeline:\n  - apply: [pod.yaml]\n"), "pod.yaml": pod });
const withTrust = (policy: string): Readonly<Record<string, string>> => ({
  ...inScenario("aws: { roles: { my-pod-role: { trustPolicy: trust.json } } }\n"),
  "trust.json": policy,
});
const POD = "apiVersion: v1\nkind: Pod\nmetadata: { name: p }\nspec:\n";
const STATEMENT = '{ "Effect": "Allow", "Principal": { "Federated": "x" }, "Action": "sts:AssumeRoleWithWebIdentity"';

test("what is valid has no faults", () => {
  expect(faultsOf(inScenario(""))).toEqual([]);
  expect(faultsOf(withPod(`${POD}  containers: [{ name: app }]\n`))).toEqual([]);
  expect(faultsOf(withTrust(`{ "Version": "2012-10-17", "Statement": [${STATEMENT} }] }`))).toEqual([]);
});

describe("names that become part of a host name", () => {
  test.each([
    { name: "a region with a blank", lines: 'webhook: { region: "eu west-1" }\n', faults: ["scenario.yaml:4:20 webhook.region is not what it should be"] },
    { name: "a region with NUL", lines: 'webhook: { region: "eu-west-1\\0" }\n', faults: ["scenario.yaml:4:20 webhook.region is not what it should be"] },
    { name: "no region", lines: 'webhook: { region: "" }\n', faults: [] },
    { name: "a bucket with a blank", lines: 'aws: { buckets: { "my bucket": {} } }\n', isBucket: true },
    { name: "a bucket with two dots", lines: "aws: { buckets: { my..bucket: {} } }\n", isBucket: true },
    { name: "a bucket that is an address", lines: "aws: { buckets: { 10.0.0.1: {} } }\n", isBucket: true },
    { name: "a bucket with a part in Punycode", lines: "aws: { buckets: { a.xn--.b: {} } }\n", isBucket: true },
    { name: "a bucket with dots", lines: "aws: { buckets: { my.other-bucket.1: {} } }\n", faults: [] },
  ])("$name", ({ lines, faults, isBucket = false }) => {
    const found = faultsOf(inScenario(lines));
    if (isBucket) expect(found).toEqual([expect.stringMatching(/^scenario\.yaml:4:\d+ /)]);
    else expect(found).toEqual(faults);
  });

  test("whatever is allowed makes a URL", () => {
    const label = fc.string({ unit: fc.constantFrom(..."aAx0n-. _%\0"), maxLength: 12 });
    fc.assert(
      fc.property(label, (name) => {
        if (bucketName.safeParse(name).success) expect(() => new URL(`https://${name}.s3.eu-west-1.amazonaws.com/`)).not.toThrow();
        if (regionName.safeParse(name).success && name !== "") expect(() => new URL(`https://sts.${name}.amazonaws.com/`)).not.toThrow();
      }),
    );
  });
});

describe("scenario.yaml", () => {
  test.each<{ readonly name: string; readonly files: Readonly<Record<string, string>>; readonly faults: readonly string[] }>([
    { name: "is not there", files: {}, faults: ["scenario.yaml:1:1 there is no scenario.yaml"] },
    { name: "is empty", files: { "scenario.yaml": "" }, faults: ["scenario.yaml:1:1 the file is empty"] },
    { name: "is a list", files: { "scenario.yaml": "- a\n" }, faults: ["scenario.yaml:1:1 a scenario is an object"] },
    { name: "has two documents", files: { "scenario.yaml": `${VALID}---\ntitle: two\n` }, faults: ["scenario.yaml:5:1 a scenario is one document"] },
    { name: "has no title and no base", files: { "scenario.yaml": "expect: { outcome: succeeded }\n" }, faults: ["scenario.yaml:1:1 title is missing"] },
    { name: "title of another type", files: { "scenario.yaml": "title: [a]\nbase: basic\n" }, faults: ["scenario.yaml:1:8 title is not what it should be"] },
    {
      name: "a restart of nothing",
      files: inScenario("timeline:\n  - restart: {}\n"),
      faults: ["scenario.yaml:5:14 timeline.0.restart is not what it should be"],
    },
    {
      name: "waiting for something without an end",
      files: inScenario("timeline:\n  - advance: { until: { step: 3 } }\n"),
      faults: ["scenario.yaml:5:14 timeline.0.advance is not what it should be"],
    },
    {
      name: "waiting for nothing",
      files: inScenario("timeline:\n  - advance: { until: {}, atMost: 1h }\n"),
      faults: ["scenario.yaml:5:23 timeline.0.advance.until is not what it should be"],
    },
    {
      name: "more rotations than there are keys",
      files: inScenario("timeline:\n  - rotate-issuer-key: {}\n  - rotate-issuer-key: {}\n  - rotate-issuer-key: {}\n"),
      faults: ["scenario.yaml:5:3 timeline is not what it should be"],
    },
    {
      name: "a flag that the webhook has not",
      files: inScenario("webhook: { flags: [--token-expiration=soon] }\n"),
      faults: ["scenario.yaml:4:20 webhook.flags.0 is not what it should be"],
    },
    {
      name: "a self-hosted cluster without its issuer",
      files: inScenario("cluster: { flavour: self-hosted }\n"),
      faults: ["scenario.yaml:4:21 cluster.flavour is not what it should be"],
    },
    {
      name: "an issuer of one's own on EKS",
      files: inScenario("cluster: { issuer: { url: https://issuer.example.com } }\n"),
      faults: ["scenario.yaml:4:20 cluster.issuer is not what it should be"],
    },
    {
      name: "an issuer with a slash at its end",
      files: inScenario("cluster: { flavour: self-hosted, issuer: { url: https://issuer.example.com/ } }\n"),
      faults: ["scenario.yaml:4:49 cluster.issuer.url is not what it should be"],
    },
    {
      name: "a fault in the policy of another account's role",
      files: inScenario('aws: { accounts: { "444455556666": { roles: { far: { trustPolicy: { Statement: [{ Effect: Maybe }] } } } } } }\n'),
      faults: ["scenario.yaml:4:91 Effect is not what it should be"],
    },
    { name: "an unknown key", files: inScenario("rols: {}\n"), faults: ['scenario.yaml:4:1 unknown key "rols"'] },
    { name: "an unknown key below", files: inScenario("aws:\n  bukets: {}\n"), faults: ['scenario.yaml:5:3 unknown key "bukets"'] },
    {
      name: "an unknown key in a role",
      files: inScenario("aws:\n  roles:\n    my-pod-role: { trust: x.json }\n"),
      faults: ['scenario.yaml:6:20 unknown key "trust"'],
    },
    { name: "a key that stands twice", files: inScenario("tags: [a]\ntags: [b]\n"), faults: ["scenario.yaml:5:1 not valid YAML: Map keys must be unique"] },
    {
      name: "YAML that does not parse",
      files: inScenario("tags: [a\n"),
      faults: ["scenario.yaml:5:1 not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
    },
    {
      name: "an account without quotes",
      files: inScenario("aws: { account: 111122223333 }\n"),
      faults: ["scenario.yaml:4:17 aws.account is not what it should be"],
    },
    {
      name: "an account of 11 digits",
      files: inScenario('aws: { account: "11112222333" }\n'),
      faults: ["scenario.yaml:4:17 aws.account is not what it should be"],
    },
    {
      name: "a region that is none",
      files: inScenario("cluster: { region: europe }\n"),
      faults: ["scenario.yaml:4:20 cluster.region is not what it should be"],
    },
    {
      name: "an issuer id in lower case",
      files: inScenario("cluster: { issuerId: a1b2c3d4e5f60718293a4b5c6d7e8f90 }\n"),
      faults: ["scenario.yaml:4:22 cluster.issuerId is not what it should be"],
    },
    {
      name: "a provider over http",
      files: inScenario('aws: { oidcProviders: [{ url: "http://x", clientIds: [] }] }\n'),
      faults: ["scenario.yaml:4:31 aws.oidcProviders.0.url is not what it should be"],
    },
    {
      name: "a provider without client ids",
      files: inScenario('aws: { oidcProviders: [{ url: "https://x" }] }\n'),
      faults: ["scenario.yaml:4:24 aws.oidcProviders.0.clientIds is missing"],
    },
    {
      name: "a short thumbprint",
      files: inScenario('aws: { oidcProviders: [{ url: "https://x", clientIds: [], thumbprints: [abc] }] }\n'),
      faults: ["scenario.yaml:4:73 aws.oidcProviders.0.thumbprints.0 is not what it should be"],
    },
    {
      name: "a session that is too short",
      files: inScenario("aws: { roles: { my-pod-role: { maxSessionDurationSeconds: 60 } } }\n"),
      faults: ["scenario.yaml:4:59 aws.roles.my-pod-role.maxSessionDurationSeconds is not what it should be"],
    },
    {
      name: "an object that is no text",
      files: inScenario("aws: { buckets: { b: { k: 1 } } }\n"),
      faults: ["scenario.yaml:4:27 aws.buckets.b.k is not what it should be"],
    },
    { name: "a base that does not exist", files: { "scenario.yaml": "title: t\nbase: none\n" }, faults: ["scenario.yaml:2:7 base names no scenario"] },
    { name: "a base that leads back", files: { "scenario.yaml": "title: t\nbase: mine\n" }, faults: ["scenario.yaml:2:7 base leads back to this scenario"] },
    { name: "a timeline that is no list", files: inScenario("timeline: {}\n"), faults: ["scenario.yaml:4:11 timeline is not what it should be"] },
    { name: "an unknown action", files: inScenario("timeline:\n  - jump: 1\n"), faults: ['scenario.yaml:5:5 unknown action "jump"'] },
    {
      name: "two actions in one",
      files: inScenario("timeline:\n  - { advance: 1h, fault: {} }\n"),
      faults: ["scenario.yaml:5:20 an action has exactly one key"],
    },
    { name: "an action that is a word", files: inScenario("timeline:\n  - advance\n"), faults: ["scenario.yaml:5:5 an action has exactly one key"] },
    {
      name: "a duration without a unit",
      files: inScenario("timeline:\n  - advance: 24\n"),
      faults: ["scenario.yaml:5:14 timeline.0.advance.duration is not what it should be"],
    },
    {
      name: "an unknown SDK",
      files: inScenario('timeline:\n  - call: { pod: p, sdk: cobol, action: "s3:GetObject", bucket: b, key: k }\n'),
      faults: ["scenario.yaml:5:26 timeline.0.call.sdk is not what it should be"],
    },
    {
      name: "a call without a key",
      files: inScenario('timeline:\n  - call: { pod: p, sdk: js-v3, action: "s3:GetObject", bucket: b }\n'),
      faults: ["scenario.yaml:5:11 timeline.0.call.key is missing"],
    },
    { name: "an unknown fault", files: inScenario("timeline:\n  - fault: { gremlin: true }\n"), faults: ['scenario.yaml:5:14 unknown key "gremlin"'] },
    {
      name: "a host that is none",
      files: inScenario("timeline:\n  - fault: { unreachable: { host: https://sts } }\n"),
      faults: ["scenario.yaml:5:35 timeline.0.fault.unreachable.host is not what it should be"],
    },
    {
      name: "a deletion of nothing",
      files: inScenario("timeline:\n  - delete: {}\n"),
      faults: ["scenario.yaml:5:13 timeline.0.delete is not what it should be"],
    },
    { name: "a deletion that is a word", files: inScenario("timeline:\n  - delete: my-pod\n"), faults: ["scenario.yaml:5:13 delete is not an object"] },
    { name: "a file that is not there", files: inScenario("timeline:\n  - apply: [none.yaml]\n"), faults: ["scenario.yaml:5:13 there is no such file"] },
    {
      name: "a way out of a folder below",
      files: inScenario("timeline:\n  - apply: [files/../../basic/pod.yaml]\n"),
      faults: ["scenario.yaml:5:13 there is no such file"],
    },
    {
      name: "a patch that leads nowhere",
      files: inScenario("patch:\n  aws.roles[nobody].trustPolicy: {}\n"),
      faults: ['scenario.yaml:5:3 "aws.roles[nobody].trustPolicy" leads nowhere'],
    },
    {
      name: "a patch of a statement that is not there",
      files: inScenario("patch:\n  aws.roles[my-pod-role].trustPolicy.Statement[3].Effect: Deny\n"),
      faults: ['scenario.yaml:5:3 "aws.roles[my-pod-role].trustPolicy.Statement[3].Effect" leads nowhere'],
    },
    { name: "a patch without an address", files: inScenario("patch:\n  aws..roles: {}\n"), faults: ['scenario.yaml:5:3 "aws..roles" is not an address'] },
    {
      name: "a patch that takes away what is not there",
      files: inScenario("patch:\n  aws.roles[nobody]: null\n"),
      faults: ['scenario.yaml:5:3 "aws.roles[nobody]" leads nowhere'],
    },
    {
      name: "a patch of a pod that nobody applies",
      files: inScenario("patch:\n  kubernetes.Pod[nobody]: {}\n"),
      faults: ['scenario.yaml:5:3 "kubernetes.Pod[nobody]" leads nowhere'],
    },
    {
      name: "a variable that does not exist",
      files: inScenario('aws: { buckets: { b: { k: "${isuer}" } } }\n'),
      faults: ["scenario.yaml:4:27 unknown variable ${isuer}"],
    },
    {
      name: "a period of no length",
      files: inScenario('timeline:\n  - call: { pod: p, sdk: js-v3, action: "s3:GetObject", bucket: b, key: k, every: 0s }\n'),
      faults: ["scenario.yaml:5:83 timeline.0.call.every is not what it should be"],
    },
    {
      name: "a policy in YAML",
      files: { ...inScenario("aws: { roles: { my-pod-role: { trustPolicy: trust.yaml } } }\n"), "trust.yaml": "Version: 2012-10-17\n" },
      faults: ["scenario.yaml:4:45 not a JSON file"],
    },
    { name: "a patch that is a list", files: inScenario("patch: []\n"), faults: ["scenario.yaml:4:8 patch is not an object"] },
    {
      name: "a patch that makes a policy wrong",
      files: inScenario("patch:\n  aws.roles[my-pod-role].trustPolicy.Statement[0]: { Effect: Maybe }\n"),
      faults: ["scenario.yaml:5:62 Effect is not what it should be"],
    },
    {
      name: "an outcome that is none",
      files: { "scenario.yaml": "title: t\nbase: basic\nexpect: { outcome: maybe }\n" },
      faults: ["scenario.yaml:3:20 expect.outcome is not what it should be"],
    },
    {
      name: "a step that does not exist",
      files: { "scenario.yaml": "title: t\nbase: basic\nexpect: { outcome: refused, step: 10 }\n" },
      faults: ["scenario.yaml:3:35 expect.step is not what it should be"],
    },
    {
      name: "an expectation without outcome",
      files: { "scenario.yaml": "title: t\nbase: basic\nexpect: { step: 7 }\n" },
      faults: ["scenario.yaml:3:9 expect.outcome is missing"],
    },
    { name: "too deep", files: inScenario(`lesson: ${"[".repeat(70)}${"]".repeat(70)}\n`), faults: ["scenario.yaml:4:73 nested too deeply"] },
    { name: "too large", files: { "scenario.yaml": `# ${"x".repeat(1_048_576)}` }, faults: ["scenario.yaml:1:1 the file is too large"] },
  ])("$name", ({ files, faults }) => {
    expect([...faultsOf(files)].sort()).toEqual([...faults].sort());
  });
});

describe("manifests", () => {
  test.each([
    { name: "containers that are no list", pod: `${POD}  containers: app\n`, faults: ["pod.yaml:5:15 spec.containers is not what it should be"] },
    { name: "no containers", pod: `${POD}  serviceAccountName: sa\n`, faults: ["pod.yaml:5:3 spec.containers is missing"] },
    { name: "a container without a name", pod: `${POD}  containers: [{ image: x }]\n`, faults: ["pod.yaml:5:16 spec.containers.0.name is missing"] },
    {
      name: "a number as a variable's value",
      pod: `${POD}  containers: [{ name: a, env: [{ name: PORT, value: 80 }] }]\n`,
      faults: ["pod.yaml:5:54 spec.containers.0.env.0.value is not what it should be"],
    },
    { name: "an unknown key at the top", pod: `${POD}  containers: [{ name: a }]\nspecs: {}\n`, faults: ['pod.yaml:6:1 unknown key "specs"'] },
    {
      name: "a slip in a kind",
      pod: "apiVersion: apps/v1\nkind: Deploymnet\nmetadata: { name: d }\n",
      faults: ["pod.yaml:2:7 a Deploymnet cannot be applied"],
    },
    {
      name: "a kind that no cluster takes",
      pod: "apiVersion: eksctl.io/v1alpha5\nkind: ClusterConfig\nmetadata: { name: c }\n",
      faults: ["pod.yaml:1:1 not a Kubernetes object"],
    },
    {
      name: "a Deployment without a template",
      pod: "apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: d }\nspec: { selector: {} }\n",
      faults: ["pod.yaml:4:7 spec.template is missing"],
    },
    { name: "no name", pod: "apiVersion: v1\nkind: Pod\nmetadata: {}\n", faults: ["pod.yaml:1:1 not a Kubernetes object"] },
    {
      name: "the second document of a file",
      pod: "apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: s }\n---\nkind: Pod\n",
      faults: ["pod.yaml:5:1 not a Kubernetes object"],
    },
    { name: "an item of a List", pod: "apiVersion: v1\nkind: List\nitems:\n  - kind: Pod\n", faults: ["pod.yaml:4:5 not a Kubernetes object"] },
    {
      name: "YAML that does not parse",
      pod: "kind: [\n",
      faults: ["pod.yaml:2:1 not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
    },
  ])("$name", ({ pod, faults }) => {
    expect(faultsOf(withPod(pod))).toEqual(faults);
  });
});

describe("policies", () => {
  test.each([
    {
      name: "JSON with a comma too many",
      policy: '{\n  "Version": "2012-10-17",\n}',
      faults: ["trust.json:3:1 not valid JSON: property name expected"],
    },
    {
      name: "JSON with a comment",
      policy: `{ // no\n "Version": "2012-10-17", "Statement": [${STATEMENT} }] }`,
      faults: ["trust.json:1:3 not valid JSON: invalid comment token"],
    },
    {
      name: "an effect that is none",
      policy: '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Alow" }] }',
      faults: ["trust.json:1:54 Effect is not what it should be"],
    },
    {
      name: "a version that is no text",
      policy: `{ "Version": 2012, "Statement": [${STATEMENT} }] }`,
      faults: ["trust.json:1:14 Version is not what it should be"],
    },
    { name: "no statement", policy: '{ "Version": "2012-10-17" }', faults: ["trust.json:1:1 Statement is missing"] },
    { name: "an unknown key", policy: `{ "Version": "2012-10-17", "Statements": [] , "Statement": [] }`, faults: ['trust.json:1:28 unknown key "Statements"'] },
    {
      name: "an element that no policy has",
      policy: `{ "Statement": [${STATEMENT}, "Resources": "*" }] }`,
      faults: ['trust.json:1:116 unknown key "Resources"'],
    },
    {
      name: "a condition that is no object",
      policy: `{ "Statement": [${STATEMENT}, "Condition": "x" }] }`,
      faults: ["trust.json:1:129 Condition is not what it should be"],
    },
    {
      name: "a condition without keys",
      policy: `{ "Statement": [${STATEMENT}, "Condition": { "StringEquals": "x" } }] }`,
      faults: ["trust.json:1:147 Condition.StringEquals is not what it should be"],
    },
    { name: "a list as the document", policy: "[]", faults: ["trust.json:1:1 the value is not what it should be"] },
  ])("$name", ({ policy, faults }) => {
    expect([...faultsOf(withTrust(policy))].sort()).toEqual([...faults].sort());
  });
});

test("a fault shows expected, found, and the line with a caret", () => {
  const own = { "mine/scenario.yaml": `${VALID}aws: { account: 111122223333 }\n` };
  expect(() => loadScenario(catalogueFiles(own), "mine")).toThrow(
    [
      "mine/scenario.yaml:4:17  aws.account is not what it should be",
      "  expected an account id of 12 digits, in quotes",
      "  found    the number 111122223333",
      "  | aws: { account: 111122223333 }",
      "  |                 ^",
    ].join("\n"),
  );
});

test("all faults of all files are told at once", () => {
  const files = {
    ...withTrust('{ "Statement": [{ "Effect": "Alow" }] }'),
    "scenario.yaml": `${VALID}rols: {}\naws: { roles: { my-pod-role: { trustPolicy: trust.json } } }\ntimeline:\n  - jump: 1\n  - advance: x\n`,
  };
  expect(faultsOf(files)).toEqual([
    'scenario.yaml:4:1 unknown key "rols"',
    'scenario.yaml:7:5 unknown action "jump"',
    "scenario.yaml:8:14 timeline.1.advance.duration is not what it should be",
    "trust.json:1:29 Effect is not what it should be",
  ]);
});

describe("any text gives a scenario or faults, never another error", () => {
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          "title: t\n",
          "base: basic\n",
          "- a\n",
          "  b: [",
          "}\n",
          "patch: {x: 1}\n",
          "&a [*a]\n",
          "timeline:\n  - apply: [pod.yaml]\n",
          "? \n",
          "expect: {outcome: succeeded}\n",
          "\t",
          "!!binary x\n",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("")),
    fc.json(),
  );
  test.each([
    { name: "scenario.yaml", files: (any: string) => ({ "scenario.yaml": any }) },
    { name: "pod.yaml", files: withPod },
    { name: "trust.json", files: withTrust },
  ])("$name", ({ files }) => {
    fc.assert(
      fc.property(text, (any) => Array.isArray(faultsOf(files(any)))),
      { numRuns: 300 },
    );
  });
});

describe("a name that is nearly right", () => {
  test.each<{ readonly name: string; readonly lines: string; readonly expected: RegExp }>([
    { name: "a key", lines: "tag: [a]\n", expected: /^perhaps tags; one of: title, / },
    { name: "a key below", lines: "aws:\n  bukets: {}\n", expected: /^perhaps buckets; one of: account, / },
    { name: "a key in other letters", lines: "cluster: { issuerID: 'A' }\n", expected: /^perhaps issuerId; / },
    { name: "an action", lines: "timeline:\n  - aply: [pod.yaml]\n", expected: /^perhaps apply; one of: apply, / },
    { name: "a fault", lines: "timeline:\n  - fault: { kubelet-stoped: true }\n", expected: /^perhaps kubelet-stopped; / },
    { name: "a key of a cell's expectation", lines: "matrix: { include: [{ a: b, expect: { outcome: refused, stepp: 7 } }] }\n", expected: /^perhaps step; / },
    { name: "nothing near", lines: "florence: 1\n", expected: /^one of: title, / },
  ])("$name", ({ lines, expected }) => {
    try {
      loadScenario(catalogueFiles({ "mine/scenario.yaml": VALID + lines }), "mine");
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      expect(error.problems.map((problem) => [problem.expected, problem.excerpt.includes("^")])).toEqual([[expect.stringMatching(expected), true]]);
    }
  });
});
