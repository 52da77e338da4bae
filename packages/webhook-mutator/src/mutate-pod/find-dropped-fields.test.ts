import { expect, test } from "vitest";
import { goValueOf } from "../go-value-of.test-support.js";
import { decodePod } from "../kubernetes-types/pod.js";
import { findDroppedFields } from "./find-dropped-fields.js";

const podWith = (container: object) => ({ spec: { containers: [{ name: "app" }], initContainers: [{ name: "first", ...container }] } });
const PROBE = { httpGet: { port: 80 }, terminationGracePeriodSeconds: 5 };

test.each([
  { name: "a sidecar, before 1.28", minorVersion: 27, container: { restartPolicy: "Always" }, dropped: ["spec.initContainers[0].restartPolicy"] },
  { name: "a sidecar, from 1.28 on", minorVersion: 28, container: { restartPolicy: "Always" }, dropped: [] },
  { name: "a startup probe, before 1.16", minorVersion: 15, container: { startupProbe: PROBE }, dropped: ["spec.initContainers[0].startupProbe"] },
  {
    name: "a member of a probe, before 1.21",
    minorVersion: 20,
    container: { livenessProbe: PROBE },
    dropped: ["spec.initContainers[0].livenessProbe.terminationGracePeriodSeconds"],
  },
  { name: "a member of a probe, from 1.21 on", minorVersion: 21, container: { livenessProbe: PROBE }, dropped: [] },
  { name: "what nobody knows, in any version", minorVersion: undefined, container: { surprise: 1 }, dropped: ["spec.initContainers[0].surprise"] },
  { name: "a member in other letters", minorVersion: undefined, container: { TTY: true }, dropped: [] },
  { name: "null, which is nothing", minorVersion: undefined, container: { surprise: null }, dropped: [] },
])("$name", ({ minorVersion, container, dropped }) => {
  const object = goValueOf(podWith(container));
  expect(findDroppedFields(object, decodePod(object, minorVersion))).toEqual(dropped);
});

test("a container that is null loses nothing", () => {
  const object = goValueOf({ spec: { containers: [null] } });
  expect(findDroppedFields(object, decodePod(object))).toEqual([]);
});
