import { createTrace, epochMillis, type RunReport, VirtualClock } from "@irsa-sim/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createRunStory } from "../create-run-story.js";
import type { Story } from "../story.js";
import { tellTrace } from "../tell-trace.test-support.js";
import { knownAt } from "./known-at.js";
import { learn } from "./learn.js";

const POD = { pod: "default/my-pod" };
const DIRECTORY = "/var/run/secrets/eks.amazonaws.com/serviceaccount";

const anEvent = fc.record({
  kind: fc.constantFrom("pod", "role", "trust", "file", "token", "credentials", "deleted", "nothing"),
  number: fc.integer({ min: 0, max: 3 }),
});

/** A story in which such things happened, a second apart. */
function storyOf(happened: readonly { readonly kind: string; readonly number: number }[]): Story {
  const clock = new VirtualClock(epochMillis(0));
  const { root, events } = createTrace(clock);
  const container = root.enter("app", { step: 6, actor: "sdk", subject: { ...POD, container: "app" } });
  const kubelet = root.enter("volume", { step: 5, actor: "kubelet", subject: POD });
  const issuer = root.enter("token", { step: 4, actor: "kubelet", subject: POD });
  for (const { kind, number } of happened) {
    const role = { what: "Role r", before: kind === "trust" ? { trustPolicy: 0 } : null };
    if (kind === "pod")
      kubelet.change({
        what: "Pod default/my-pod",
        before: null,
        after: { spec: { containers: [{ name: "app", env: [{ name: "N", value: `${number}` }] }] } },
      });
    if (kind === "role") root.change({ ...role, after: { arn: "r", trustPolicy: number } });
    if (kind === "trust") root.change({ ...role, after: { trustPolicy: number } });
    if (kind === "file")
      kubelet.change({ what: `${DIRECTORY}/token`, before: null, after: { link: `..data -> ..${number}`, mode: "0644", owner: "0:0", bytes: number } });
    if (kind === "deleted") kubelet.change({ what: "Pod default/my-pod", before: {}, after: null });
    if (kind === "credentials")
      container.note("sdk.credentials", { provider: "p", source: "web-identity", accessKeyId: `${number}`, expiration: "1970-01-02T00:00:00Z" });
    if (kind === "token") {
      const exchange = issuer.exchange("TokenRequest", "api-server", { method: "POST", url: "https://a/", headers: {}, body: "" });
      exchange.span.note("tokens-controller.signed", { kid: "k", claims: { iat: 0, exp: 100 * (number + 1), jti: `${number}` } });
      exchange.end({ response: { status: 201, headers: {}, body: "" } });
    }
    if (kind === "nothing") container.note("sdk.call", { ok: true });
  }
  const story = createRunStory(tellTrace(events) satisfies RunReport).stories.find(({ kind }) => kind === "container");
  if (story === undefined) throw new Error("the container has events");
  return story;
}

test("what is known after an event is what was known before it, and the event", () => {
  fc.assert(
    fc.property(fc.array(anEvent, { maxLength: 20 }), (happened) => {
      const story = storyOf(happened);
      const told = ({ environment, volumes, credentials, objects, token }: ReturnType<typeof knownAt>) => ({
        ...{ environment, volumes, credentials, objects },
        token: token === null ? null : { ...token, lifetimeUsed: 0 },
      });
      for (const event of story.events) {
        expect(told(knownAt(story, { seq: event.seq }))).toEqual(told(learn(knownAt(story, { seq: event.seq - 1 }), event, story)));
      }
    }),
  );
});

test("nothing is known before the first event", () => {
  expect(knownAt(storyOf([{ kind: "pod", number: 1 }]), { seq: -1 })).toMatchObject({ seq: -1, environment: {}, objects: [], token: null, credentials: null });
});

test("a change that tells only what differs leaves the rest as it was", () => {
  const story = storyOf([
    { kind: "role", number: 1 },
    { kind: "trust", number: 2 },
  ]);
  expect(knownAt(story, { seq: 100 }).objects).toMatchObject([{ what: "Role r", value: { arn: "r", trustPolicy: 2 } }]);
});

test("the volume is what the atomic writer leaves: the last directory, the link onto it, and the path that apps read", () => {
  const story = storyOf([
    { kind: "file", number: 1 },
    { kind: "file", number: 2 },
  ]);
  expect(knownAt(story, { seq: 100 }).volumes).toEqual([
    {
      path: DIRECTORY,
      entries: [
        { kind: "directory", name: "..2", entries: [{ kind: "file", name: "token", mode: "0644", owner: "0:0", bytes: 2 }] },
        { kind: "link", name: "..data", target: "..2" },
        { kind: "link", name: "token", target: "..data/token" },
      ],
    },
  ]);
});

test("with its pod all goes that the pod had", () => {
  const kinds = ["pod", "file", "token", "credentials", "deleted"];
  const known = knownAt(storyOf(kinds.map((kind) => ({ kind, number: 1 }))), { seq: 100 });
  expect(known).toMatchObject({ environment: {}, volumes: [], token: null, credentials: null, objects: [] });
});
