/** Several clusters in one scenario: how they are written, and whose events are whose. */
import { createRunStory } from "@irsa-sim/story";
import { describe, expect, test } from "vitest";
import { loadScenario } from "../src/index.js";
import { findChange } from "../src/timeline/find-change.js";
import { catalogueFiles, load, play, playLoaded } from "./catalogue.js";

const loadVariant = (lines: string) => loadScenario(catalogueFiles({ "variant/scenario.yaml": `title: variant\nbase: two-clusters\n${lines}\n` }), "variant");

describe("what is written", () => {
  test.each([
    { name: "an action in a cluster that is not there", lines: "timeline:\n  - cluster: gren\n    apply: [pod.yaml]", says: 'there is no cluster "gren"' },
    { name: "an expectation of one", lines: "expect: { outcome: succeeded, pod: { cluster: red, name: my-pod } }", says: 'there is no cluster "red"' },
    { name: "two clusters of one name", lines: "cluster: { name: green }", says: "the first cluster is called green too" },
    { name: "an expectation in a cluster", lines: "timeline:\n  - cluster: green\n    expect: {}", says: "an expectation happens in no cluster" },
    { name: "a cluster alone", lines: "timeline:\n  - cluster: green", says: "an action has exactly one key" },
    {
      name: "a variable of a cluster that is not there",
      lines: "aws: { oidcProviders: [{ url: '${clusters.red.issuerUrl}', clientIds: [a] }] }",
      says: "unknown variable",
    },
  ])("$name is a fault", ({ lines, says }) => {
    expect(() => loadVariant(lines)).toThrow(says);
  });

  test("a patch reaches a further cluster", () => {
    expect(loadVariant("patch: { clusters.green.region: us-west-2 }").clusters.get("green")?.cluster.region).toBe("us-west-2");
  });
});

describe("whose events are whose", () => {
  test("pods of one name have a story each, which has nothing of the other cluster", async () => {
    const { stories } = createRunStory(await play("two-clusters"));
    const containers = stories.filter(({ kind }) => kind === "container");
    expect(containers.map(({ subject, sdk }) => [subject.cluster, subject.pod, sdk])).toEqual([
      ["blue", "default/my-pod", "dotnet-v3"],
      ["green", "default/my-pod", "dotnet-v3"],
    ]);
    for (const { subject, events, steps } of containers) {
      expect(new Set(events.map((event) => event.subject?.cluster))).toEqual(new Set([undefined, subject.cluster]));
      expect(steps.map(({ outcome }) => outcome)).toEqual(steps.map(() => "passed"));
    }
  });

  test("what all clusters share is the story around theirs", async () => {
    const { stories } = createRunStory(await play("two-clusters"));
    const ofClusters = stories.filter(({ kind }) => kind === "cluster");
    expect(ofClusters.map(({ name, within }) => [name, within])).toEqual([
      ["all clusters", null],
      ["cluster blue", "cluster"],
      ["cluster green", "cluster"],
    ]);
    expect(ofClusters[0]?.own.some((event) => event.kind === "exchange" && event.name === "CreateRole")).toBe(true);
  });

  test("a run shows first the pod that was refused", async () => {
    expect(createRunStory(await play("two-clusters-migration")).main.subject).toMatchObject({ cluster: "blue", pod: "default/my-pod", container: "app" });
    expect(createRunStory(await play("two-clusters-same-name")).main.subject).toMatchObject({ cluster: "green" });
  });

  test("each event is in one story", async () => {
    const report = await play("two-clusters-migration");
    const own = createRunStory(report).stories.flatMap((story) => story.own.map(({ seq }) => seq));
    expect(own.sort((a, b) => a - b)).toEqual(report.events.map(({ seq }) => seq));
  });
});

describe("what is told of a refusal", () => {
  test("both issuers are told with their clusters", async () => {
    const { failure } = await play("two-clusters-only-old-trusted");
    expect(failure?.because).toMatch(/of cluster blue; the token is from .+ of cluster green$/);
  });

  test("without a provider it is told whom the role trusts", async () => {
    const { failure } = await playLoaded(loadVariant("aws: { oidcProviders: [{ url: '${issuerUrl}', clientIds: [sts.amazonaws.com] }] }"));
    expect([failure?.cause, failure?.because]).toEqual(["oidc-provider-missing", expect.stringMatching(/; the role trusts cluster blue and cluster green$/)]);
  });

  test("one cluster is named nowhere", async () => {
    expect(JSON.stringify(await play("issuer-changed"))).not.toContain('"cluster":');
    expect(load("basic").clusters.size).toBe(0);
  });
});

describe("where it was written", () => {
  const account = (role: string) =>
    `apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: my-service-account\n  annotations:\n    eks.amazonaws.com/role-arn: ${role}\n`;
  const files = {
    "variant/blue.yaml": account("arn:aws:iam::111122223333:role/blue"),
    "variant/green.yaml": `# Of green.\n${account("arn:aws:iam::111122223333:role/green")}`,
  };
  const scenarioWith = (timeline: string) =>
    loadScenario(
      catalogueFiles({ ...files, "variant/scenario.yaml": `title: variant\nbase: two-clusters\ntimeline:\n${timeline}\nexpect: { outcome: succeeded }\n` }),
      "variant",
    );
  const POINTER = "/metadata/annotations/eks.amazonaws.com~1role-arn";
  const SOURCE = "ServiceAccount/default/my-service-account";

  test.each([
    { cluster: "blue", file: "variant/blue.yaml", line: 6 },
    { cluster: "green", file: "variant/green.yaml", line: 7 },
    { cluster: undefined, file: "variant/green.yaml", line: 7 },
  ])("of two objects of one name that of $cluster is meant", ({ cluster, file, line }) => {
    const scenario = scenarioWith("  - apply: [blue.yaml]\n  - cluster: green\n    apply: [green.yaml]");
    expect(scenario.locate(SOURCE, POINTER, cluster)).toMatchObject({ file, line });
  });

  test.each([
    { cluster: "blue", index: 2 },
    { cluster: "green", index: 3 },
  ])("what was annotated later in another cluster counts for nothing in $cluster", ({ cluster, index }) => {
    const annotate = "annotate: { serviceAccount: my-service-account, annotations: { eks.amazonaws.com/role-arn: x } }";
    const scenario = scenarioWith(`  - apply: [blue.yaml]\n  - cluster: green\n    apply: [green.yaml]\n  - ${annotate}\n  - cluster: green\n    ${annotate}`);
    const path = ["metadata", "annotations", "eks.amazonaws.com/role-arn"];
    expect(findChange(scenario, { source: SOURCE, path, cluster }, 3)?.index).toBe(index);
  });
});
