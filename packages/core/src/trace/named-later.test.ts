import { expect, test } from "vitest";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { createTrace } from "./create-trace.js";
import { createNamedLater } from "./named-later.js";

/** A controller that makes two pods, whose names the API server ends. */
function makePods() {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  for (const name of ["shop-a1", "shop-b2"]) {
    const making = trace.root.enter("Make a pod", { step: 1, actor: "controller", subject: { pod: "default/shop-" } });
    const admitting = making.enter("Admit the pod", { actor: "api-server" });
    admitting.note("webhook.decision", { for: name });
    admitting.change({ what: `Pod default/${name}`, before: null, after: { metadata: { name } } });
  }
  trace.root.enter("Another", { step: 1, actor: "controller", subject: { pod: "default/refused-" } }).note("refused");
  trace.root.enter("Look", { step: 2, actor: "kubelet", subject: { pod: "default/shop-a1" } });
  return trace.events;
}

test("what happened before a pod had its name is about the pod that got it", () => {
  const events = makePods();
  const subjectOf = createNamedLater(events);
  const pods = events.map((event) => subjectOf(event)?.pod);
  const [first, second] = [Array(4).fill("default/shop-a1"), Array(4).fill("default/shop-b2")];
  expect(pods).toEqual([...first, ...second, "default/refused-", "default/refused-", "default/shop-a1"]);
});
