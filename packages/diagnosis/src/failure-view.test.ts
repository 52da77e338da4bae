import { createTrace, epochMillis, type HttpRequest, type Span, VirtualClock } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { eventsAbout, viewFailure } from "./index.js";

const REQUEST: HttpRequest = { method: "GET", url: "https://s3.test/", headers: {}, body: "" };
const REFUSED = { status: 403, headers: {}, body: "" };
const TOLD = { code: "AccessDenied", status: 403, message: "no" };
const CHECK = { check: "s3.authorization", title: "authorization", passed: false, expected: { value: "a" }, actual: { value: "b" } };

/** A call of a pod that a service refuses. */
function refusedCall(root: Span, pod: string, container = "app"): number {
  const call = root.enter("The app calls", { step: 6, actor: "sdk", subject: { pod, container } });
  call.note("sdk.credentials", { of: `${pod}/${container}` });
  const exchange = call.exchange("GetObject", "s3", REQUEST);
  exchange.span.check(CHECK);
  exchange.end({ response: REFUSED });
  return call.seq ?? -1;
}

const create = () => createTrace(new VirtualClock(epochMillis(0)));

test("the check is that of the failing action, whoever failed before and after", () => {
  const { root, events } = create();
  refusedCall(root, "default/first");
  const action = refusedCall(root, "default/second");
  refusedCall(root, "default/third");
  const view = viewFailure(events, { told: TOLD, action });
  expect(view).toMatchObject({
    action,
    subject: { pod: "default/second", container: "app" },
    exchange: { parent: action },
    check: { parent: view.exchange?.seq },
  });
  expect(view.events.flatMap((event) => (event.kind === "note" ? [event.attributes.of] : []))).toEqual(["default/second/app"]);
  expect(view.all).toBe(events);
});

test("an actor's own failed request is not what the caller met", () => {
  const { root, events } = create();
  const call = root.enter("The app calls", { step: 6, actor: "sdk" });
  const asked = call.exchange("AssumeRoleWithWebIdentity", "sts", REQUEST);
  asked.span.exchange("JWKS", "oidc-issuer", REQUEST).end({ failure: { code: "ETIMEDOUT", message: "no answer" } });
  asked.end({ response: REFUSED });
  expect(viewFailure(events, { told: TOLD, action: call.seq ?? -1 }).exchange?.name).toBe("AssumeRoleWithWebIdentity");
});

test("where nobody was asked there is neither message nor check", () => {
  const { root, events } = create();
  refusedCall(root, "default/other");
  const call = root.enter("The app calls", { step: 6, actor: "sdk", subject: { pod: "default/own" } });
  expect(viewFailure(events, { told: TOLD, action: call.seq ?? -1 })).toMatchObject({ exchange: null, check: null, subject: { pod: "default/own" } });
});

describe("what concerns a pod", () => {
  const { root, events } = create();
  root.note("of nobody");
  root.enter("own", { subject: { pod: "default/own" } });
  root.enter("own container", { subject: { pod: "default/own", container: "app" } });
  root.enter("sidecar", { subject: { pod: "default/own", container: "sidecar" } });
  root.enter("other", { subject: { pod: "default/other" } });
  root.change({ what: "Pod default/other", before: null, after: { kind: "Pod" } });
  root.change({ what: "Pod default/own", before: null, after: { kind: "Pod" } });
  root.change({ what: "ServiceAccount default/sa", before: null, after: { kind: "ServiceAccount" } });
  const nameOf = (event: (typeof events)[number]): string => ("name" in event ? event.name : "what" in event ? event.what : event.kind);

  test.each([
    {
      name: "and a container",
      about: { pod: "default/own", container: "app" },
      left: ["of nobody", "own", "own container", "Pod default/own", "ServiceAccount default/sa"],
    },
    {
      name: "and no container",
      about: { pod: "default/own" },
      left: ["of nobody", "own", "own container", "sidecar", "Pod default/own", "ServiceAccount default/sa"],
    },
    { name: "is everything where none is known", about: {}, left: events.map(nameOf) },
  ])("$name", ({ about, left }) => {
    expect(eventsAbout(events, about).map(nameOf)).toEqual(left);
  });
});
