import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import type { DeploymentInput } from "./deployment-input.js";
import { corefile, endpoints } from "./objects/for-apps.js";
import { toChart } from "./render/to-chart.js";
import { toKustomize } from "./render/to-kustomize.js";
import type { WrittenFile } from "./render/written-file.js";

const INPUT: DeploymentInput = {
  namespace: "irsa-sim",
  image: "irsa-sim:1.2.3",
  replicas: 2,
  version: "1.2.3",
  region: "eu-west-1",
  roots: "-----BEGIN CERTIFICATE-----\n",
  state: '{"keys":{}}',
  scenario: new Map([["scenario.yaml", 'title: "{{ .Values.image }} and }} stay as they are"\n']]),
};

const KUSTOMIZE = objectsIn(toKustomize(INPUT));

function objectsIn(files: readonly WrittenFile[]): readonly JsonObject[] {
  return files
    .filter(({ path }) => !/(kustomization|Chart|values)\.yaml$/.test(path))
    .flatMap(({ text }) => parseAllDocuments(text).map((document) => document.toJS() as JsonObject));
}

/** What Helm makes of the templates, as far as they go: two values, the release's namespace, a literal brace, and two functions. */
function installed(files: readonly WrittenFile[], release: { readonly namespace: string; readonly values: JsonObject }): readonly WrittenFile[] {
  const lookup: Readonly<Record<string, unknown>> = {
    ".Release.Namespace": release.namespace,
    ".Values.image": release.values.image,
    ".Values.replicas": release.values.replicas,
    '"{{"': "{{",
  };
  const evaluate = (_: string, name: string, pipe = ""): string => {
    const value = lookup[name];
    if (value === undefined) throw new Error(`the template has {{ ${name} }}, which this does not know`);
    if (pipe === "quote") return JSON.stringify(String(value));
    if (pipe === "int") return String(Math.trunc(Number(value)));
    return String(value);
  };
  return files.map((file) => ({ ...file, text: file.text.replaceAll(/\{\{ ("\{\{"|[.\w]+)(?: \| (\w+))? \}\}/g, evaluate) }));
}

function only(kind: string): JsonObject {
  const found = KUSTOMIZE.filter((one) => one.kind === kind);
  expect(found).toHaveLength(1);
  return found[0] ?? {};
}

test("the chart installs what the kustomize base has, but for the namespace, which Helm makes", () => {
  const chart = toChart(INPUT);
  const values = parse(chart.find(({ path }) => path.endsWith("values.yaml"))?.text ?? "") as JsonObject;
  const rendered = objectsIn(installed(chart, { namespace: "irsa-sim", values }));
  expect(rendered).toEqual(KUSTOMIZE.filter(({ kind }) => kind !== "Namespace"));
});

test("a chart's values and its namespace are others where they are said otherwise, and nowhere as they were", () => {
  const values = { image: "registry.example.com/x:y", replicas: 7 };
  const rendered = JSON.stringify(objectsIn(installed(toChart(INPUT), { namespace: "123", values })));
  expect(rendered).toContain('"namespace":"123"');
  expect(rendered).toContain("--advertise=irsa-sim.123.svc");
  expect(rendered).toContain('"replicas":7');
  expect(rendered).toContain('"image":"registry.example.com/x:y"');
  expect(rendered).not.toContain("MARKER");
  expect(rendered).not.toContain("irsa-sim:1.2.3");
});

test("what people wrote in their scenario is no template", () => {
  expect(only("ConfigMap").data).toEqual(Object.fromEntries(INPUT.scenario));
});

test("all that there is, by kind", () => {
  expect(KUSTOMIZE.map(({ kind }) => kind)).toEqual([
    "Namespace",
    "ServiceAccount",
    "ClusterRole",
    "ClusterRoleBinding",
    "ConfigMap",
    "Secret",
    "Service",
    "NetworkPolicy",
    "Deployment",
    "MutatingWebhookConfiguration",
  ]);
});

test("only files with keys are secret", () => {
  for (const files of [toKustomize(INPUT), toChart(INPUT)])
    expect(files.filter(({ isSecret }) => isSecret).map(({ path }) => path.split("/").at(-1))).toEqual(["keys.yaml"]);
});

describe("least rights", () => {
  test("service accounts are read, and where the issuer's keys are; nothing is changed", () => {
    expect(only("ClusterRole").rules).toEqual([
      { apiGroups: [""], resources: ["serviceaccounts"], verbs: ["get", "list", "watch"] },
      { nonResourceURLs: ["/.well-known/openid-configuration", "/openid/v1/jwks"], verbs: ["get"] },
    ]);
  });

  /** The fields that the Pod Security Standard "restricted" asks for. */
  test("the pod is one that the strictest standard admits", () => {
    const { template } = only("Deployment").spec as { readonly template: { readonly spec: JsonObject } };
    const { containers, securityContext, volumes } = template.spec as {
      readonly containers: readonly JsonObject[];
      readonly securityContext: JsonObject;
      readonly volumes: readonly JsonObject[];
    };
    expect(securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(securityContext.runAsUser).toBeGreaterThan(0);
    expect(containers.map((container) => container.securityContext)).toEqual([
      { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
    ]);
    expect(volumes.flatMap((volume) => Object.keys(volume)).filter((name) => name !== "name")).toEqual(["configMap", "secret", "emptyDir"]);
  });

  test("nobody in the cluster reaches the node's metadata, the simulated API or the control API", () => {
    const { ingress } = only("NetworkPolicy").spec as { readonly ingress: readonly { readonly ports: readonly { readonly port: number }[] }[] };
    expect(ingress.flatMap(({ ports }) => ports.map(({ port }) => port))).toEqual([4570, 4571, 4572, 4573, 4574, 4575, 4578]);
  });
});

test("pods are replaced when what they have mounted is another", () => {
  const digestOf = (input: DeploymentInput) =>
    /irsa-sim\/mounted: (\w+)/.exec(toKustomize(input).find(({ path }) => path.endsWith("deployment.yaml"))?.text ?? "")?.[1];
  const digests = [INPUT, { ...INPUT, state: '{"keys":{"other":1}}' }, { ...INPUT, scenario: new Map([["scenario.yaml", "title: other\n"]]) }].map(digestOf);
  expect(new Set(digests).size).toBe(3);
  expect(digestOf({ ...INPUT, replicas: 9 })).toBe(digests[0]);
});

test("apps are led here by variables, or by AWS's own names", () => {
  expect(endpoints(INPUT).data).toMatchObject({
    AWS_ENDPOINT_URL_STS: "http://irsa-sim.irsa-sim.svc:4572",
    AWS_ENDPOINT_URL_S3: "http://irsa-sim.irsa-sim.svc:4573",
  });
  expect(corefile({ namespace: "x", region: "cn-north-1" })).toContain(
    "rewrite name exact sts.cn-north-1.amazonaws.com.cn irsa-sim.x.svc.cluster.local answer auto\n",
  );
});
