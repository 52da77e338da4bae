/** What is left out may say anything and changes nothing; what the API server may refuse, or somebody looks at, stays. */
import type { Json, JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { foldContainer } from "./fold-container.js";
import { foldObject } from "./fold-object.js";

describe("of a container", () => {
  test.each<{ readonly name: string; readonly container: JsonObject; readonly kept: JsonObject }>([
    { name: "its image", container: { image: "app:1" }, kept: { env: [] } },
    { name: "no image", container: { image: "" }, kept: { image: "", env: [] } },
    { name: "its own variables", container: { env: [{ name: "LOG_LEVEL", value: "info" }] }, kept: { env: [] } },
    { name: "a variable of AWS", container: { env: [{ name: "AWS_REGION", value: "x" }] }, kept: { env: [{ name: "AWS_REGION", value: "x" }] } },
    { name: "a proxy", container: { env: [{ name: "https_proxy", value: "x" }] }, kept: { env: [{ name: "https_proxy", value: "x" }] } },
    {
      name: "variables of which one is made of another",
      container: { env: [{ name: "A", value: "1" }, { name: "B", value: "$(A)" }] }, // biome-ignore format: one row
      kept: { env: [{ name: "A", value: "1" }, { name: "B", value: "$(A)" }] }, // biome-ignore format: one row
    },
    { name: "a name that is none", container: { env: [{ name: "a b", value: "1" }] }, kept: { env: [{ name: "a b", value: "1" }] } },
    { name: "ports", container: { ports: [{ containerPort: 80, name: "http" }] }, kept: { env: [] } },
    { name: "a port that is none", container: { ports: [{ containerPort: 70_000 }] }, kept: { ports: [{ containerPort: 70_000 }], env: [] } },
    {
      name: "a port twice",
      container: { ports: [{ containerPort: 1 }, { containerPort: 1 }] },
      kept: { ports: [{ containerPort: 1 }, { containerPort: 1 }], env: [] },
    },
    { name: "resources", container: { resources: { requests: { memory: "1Gi" }, limits: { memory: "1500Mi" } } }, kept: { env: [] } },
    {
      name: "a request above its limit",
      container: { resources: { requests: { memory: "2Gi" }, limits: { memory: "1500Mi" } } },
      kept: { resources: { requests: { memory: "2Gi" }, limits: { memory: "1500Mi" } }, env: [] },
    },
    { name: "a probe", container: { readinessProbe: { httpGet: { path: "/", port: "http" }, periodSeconds: 5 } }, kept: { env: [] } },
    { name: "a probe that does nothing", container: { readinessProbe: {} }, kept: { readinessProbe: {}, env: [] } },
    { name: "mounts", container: { volumeMounts: [{ name: "a", mountPath: "/a" }] }, kept: { volumeMounts: [{ name: "a", mountPath: "/a" }], env: [] } },
  ])("$name", ({ container, kept }) => {
    expect(foldContainer(container)).toEqual(kept);
  });
});

const labels = (value: string, isChosenByLabels: boolean): Json => foldObject({ kind: "Pod", metadata: { labels: { app: value } } }, { isChosenByLabels });

describe("of labels and annotations", () => {
  test.each<{ readonly name: string; readonly folded: Json; readonly kept: JsonObject }>([
    { name: "a label", folded: labels("a", false), kept: { labels: {} } },
    { name: "a label that the API server refuses", folded: labels("-", false), kept: { labels: { app: "-" } } },
    { name: "a label where a webhook chooses by labels", folded: labels("a", true), kept: { labels: { app: "a" } } },
    {
      name: "annotations: those that look as if a role was meant stay",
      folded: foldObject(
        { kind: "ServiceAccount", metadata: { annotations: { "meta.helm.sh/release-name": "a", "eks.amazonaws.com/role-arn": "b" } } },
        { isChosenByLabels: false },
      ),
      kept: { annotations: { "eks.amazonaws.com/role-arn": "b" } },
    },
  ])("$name", ({ folded, kept }) => {
    expect(folded).toMatchObject({ metadata: kept });
  });
});
