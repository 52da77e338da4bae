import type { RecordedEvent } from "@irsa-sim/core/event-recorder";
import { expect, test } from "vitest";
import type { Pod } from "../pod.js";
import { createPodEvents, type PodEvents } from "./pod-events.js";

const APP = { name: "app", image: "web:1" };
const FIRST = { name: "first", image: "init:1" };
const POD: Pod = {
  metadata: { name: "web", namespace: "default", uid: "u", resourceVersion: "7" },
  spec: { serviceAccountName: "sa", initContainers: [FIRST], containers: [APP] },
};

function told(play: (events: PodEvents) => void, minorVersion = 36): readonly string[] {
  const all: string[] = [];
  const record = ({ about, type, reason, message }: RecordedEvent) =>
    void all.push(`${about.kind} ${about.name}${about.fieldPath === undefined ? "" : ` ${about.fieldPath}`}: ${type} ${reason} ${message}`);
  play(createPodEvents({ record }, POD, minorVersion));
  return all;
}

const IN_APP = "Pod web spec.containers{app}:";
const PRESENT = 'Container image "web:1" already present on machine';

test.each<{ readonly name: string; readonly version?: number; readonly play: (events: PodEvents) => void; readonly all: readonly string[] }>([
  {
    ...{ name: "a container starts", play: (events) => events.started(APP) },
    all: [
      `${IN_APP} Normal Pulled ${PRESENT} and can be accessed by the pod`,
      `${IN_APP} Normal Created Container created`,
      `${IN_APP} Normal Started Container started`,
    ],
  },
  {
    ...{ name: "a container starts, before 1.35", version: 34, play: (events) => events.started(APP) },
    all: [`${IN_APP} Normal Pulled ${PRESENT}`, `${IN_APP} Normal Created Created container: app`, `${IN_APP} Normal Started Started container app`],
  },
  {
    ...{ name: "a container starts, before 1.33", version: 32, play: (events) => events.started(APP) },
    all: [`${IN_APP} Normal Pulled ${PRESENT}`, `${IN_APP} Normal Created Created container app`, `${IN_APP} Normal Started Started container app`],
  },
  {
    name: "an init container ends",
    play: (events) => events.stopping(FIRST),
    all: ["Pod web spec.initContainers{first}: Normal Killing Stopping container first"],
  },
  { name: "a volume", play: (events) => events.failedMount("no"), all: ["Pod web: Warning FailedMount no"] },
  {
    ...{ name: "an image, at first", play: (events) => events.failedPull(APP, "web:1", { reason: "ErrImagePull", message: "no" }) },
    all: [`${IN_APP} Warning Failed no`, `${IN_APP} Warning Failed Error: ErrImagePull`],
  },
  {
    ...{ name: "an image, again", play: (events) => events.failedPull(APP, "web:1", { reason: "ImagePullBackOff", message: "no" }) },
    all: [`${IN_APP} Normal BackOff Back-off pulling image "web:1"`, `${IN_APP} Warning Failed Error: ImagePullBackOff`],
  },
])("$name", ({ version, play, all }) => {
  expect(told(play, version)).toEqual(all);
});
