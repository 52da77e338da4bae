import { createInMemoryFiles, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { chooseContainer } from "./choose-container.js";

const files = createInMemoryFiles(new VirtualClock(epochMillis(0)));
const running = (["default/one app", "default/one sidecar", "prod/two app"] as const).map((text) => {
  const [namespace = "", pod = "", container = ""] = text.split(/[/ ]/);
  return { namespace, pod, container, environment: {}, files };
});
const app = { pod: "prod/two", container: null };

test.each([
  { name: "the one whose call is played first", asked: {}, from: app, chosen: "prod/two app" },
  { name: "the first, where none is played", asked: {}, from: null, chosen: "default/one app" },
  { name: "of the container that is named", asked: { container: "sidecar" }, from: app, chosen: "default/one sidecar" },
  { name: "of the pod that is named", asked: { pod: "one" }, from: app, chosen: "default/one app" },
  { name: "of both, with the namespace", asked: { pod: "prod/two", container: "app" }, from: null, chosen: "prod/two app" },
])("$name", ({ asked, from, chosen }) => {
  const { namespace, pod, container } = chooseContainer(running, asked, from);
  expect(`${namespace}/${pod} ${container}`).toBe(chosen);
});

test.each([
  { name: "another pod", list: running, asked: { pod: "three" }, text: "no such container runs: three" },
  { name: "another container of a pod", list: running, asked: { pod: "two", container: "sidecar" }, text: "two, container sidecar" },
  { name: "none at all", list: [], asked: {}, text: "no such container runs: any" },
])("$name is refused", ({ list, asked, text }) => {
  expect(() => chooseContainer(list, asked, null)).toThrow(text);
});
