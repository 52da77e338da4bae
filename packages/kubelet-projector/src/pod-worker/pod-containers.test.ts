import { createInMemoryFiles, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Container, Pod } from "../pod.js";
import { createPodContainers } from "./pod-containers.js";

/** The containers of a pod with `app`, `side` and init containers, and what the trace tells of them. */
function create(initContainers: readonly Container[] = [], untilTold: readonly string[] = []) {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const pod: Pod = {
    metadata: { name: "web", namespace: "default", uid: "u" },
    spec: { serviceAccountName: "sa", initContainers, containers: [{ name: "app" }, { name: "side" }] },
  };
  const options = { disk: createInMemoryFiles(clock), clock, root: trace.root, runsUntilTold: (name: string) => untilTold.includes(name) };
  const containers = createPodContainers(pod, options);
  const told = () => trace.events.flatMap((event) => (event.kind === "note" ? [`${event.name} ${JSON.stringify(event.attributes)}`] : []));
  const running = () => ["first", "second", "proxy", "app", "side"].filter((name) => containers.running(name) !== null);
  return { containers, told, running, trace };
}

test("before the start nothing runs, ends or starts again", () => {
  const { containers, running, told } = create();
  expect([containers.haveStarted, running(), containers.running(), containers.restart(), containers.exit("app"), told()]).toEqual([
    false,
    [],
    null,
    false,
    false,
    [],
  ]);
});

test("all start at once; the first is the pod's first", () => {
  const { containers, running, told, trace } = create();
  containers.start();
  expect([containers.haveStarted, running(), containers.running()?.name]).toEqual([true, ["app", "side"], "app"]);
  expect(told()).toEqual(['kubelet.containers-started {"containers":["app","side"]}']);
  expect(trace.events).toMatchObject([{ kind: "span", name: "Start the containers", step: 2, actor: "kubelet" }, { kind: "note" }]);
});

test("a restart counts for each container by itself", () => {
  const { containers, told, trace } = create();
  containers.start();
  expect([containers.restart(), containers.restart("app"), containers.restart("side"), containers.restart("none")]).toEqual([true, true, true, false]);
  expect([containers.running()?.id, containers.running("side")?.id]).toEqual(["u/app/2", "u/side/1"]);
  const restarted = (container: string, restarts: number) => `kubelet.container-restarted ${JSON.stringify({ container, restarts })}`;
  expect(told().slice(1)).toEqual([restarted("app", 1), restarted("app", 2), restarted("side", 1)]);
  expect(trace.events.at(-1)).toMatchObject({ step: 2, actor: "kubelet", subject: { container: "side" } });
  expect(trace.events.at(-2)).toMatchObject({ name: "Restart a container" });
});

test("who has ended does not run, starts nothing, and cannot start or end again", () => {
  const { containers, running, told, trace } = create();
  containers.start();
  expect([containers.exit("app"), containers.exit("app"), containers.restart("app"), running()]).toEqual([true, false, false, ["side"]]);
  expect(told().slice(1)).toEqual(['kubelet.container-exited {"container":"app","code":0}']);
  expect(trace.events.at(-1)).toMatchObject({ step: 2, actor: "kubelet", subject: { container: "app" } });
  expect(trace.events.at(-2)).toMatchObject({ name: "A container ends" });
});

test("of init containers each waits for the one before, except for sidecars", () => {
  const { containers, running, told } = create([{ name: "first" }, { name: "proxy", restartPolicy: "Always" }, { name: "second" }], ["first", "second"]);
  containers.start();
  expect(running()).toEqual(["first"]);
  containers.exit("first");
  expect(running()).toEqual(["second", "proxy"]);
  containers.exit("second");
  expect(running()).toEqual(["proxy", "app", "side"]);
  expect(told().map((line) => line.split(" ")[0]?.replace("kubelet.container", ""))).toEqual([
    "s-started",
    "-exited",
    "s-started",
    "s-started",
    "-exited",
    "s-started",
  ]);
});

test("an init container that started again is waited for as before", () => {
  const { containers, running } = create([{ name: "first" }], ["first"]);
  containers.start();
  containers.restart("first");
  expect([running(), containers.running("first")?.id]).toEqual([["first"], "u/first/1"]);
  containers.exit("first");
  expect(running()).toEqual(["app", "side"]);
});
