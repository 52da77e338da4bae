import fc from "fast-check";
import { expect, test } from "vitest";
import { createHostDirectory } from "../network/host-directory.js";
import { createInMemoryTransport } from "../network/in-memory-transport.js";
import type { HttpResponse } from "../network/message.js";
import { createNetwork } from "../network/network.js";
import { NetworkError } from "../network/network-error.js";
import { epochMillis } from "../time/epoch.js";
import { VirtualClock } from "../time/virtual-clock.js";
import { trustAnchors } from "../tls/trust-anchors.js";
import { createTrace } from "../trace/create-trace.js";
import { listAndWatch } from "./list-and-watch.js";
import { keyOf, type ObjectChange, type WatchedObject } from "./object-change.js";

type Trouble = "none" | "cut" | "500" | "expired";

/** A server with a store of its own, that can be made to fail, and a client with a copy. */
function createPair() {
  const clock = new VirtualClock(epochMillis(0));
  const trace = createTrace(clock);
  const store = new Map<string, WatchedObject>();
  const log: { readonly version: number; readonly line: string }[] = [];
  const state = { version: 1, trouble: "none" as Trouble };
  const asked: { readonly atSeconds: number; readonly isWatch: boolean }[] = [];
  let changed = clock.createLatch<void>();
  const wake = (): void => {
    changed.open();
    changed = clock.createLatch();
  };
  const answer = (status: number, body: string): HttpResponse => ({ status, headers: {}, body });
  const troubled = (isWatch: boolean): HttpResponse | null => {
    if (state.trouble === "cut") throw new NetworkError("ECONNREFUSED", "connect ECONNREFUSED api.test:80");
    if (state.trouble === "500") return answer(500, "");
    return state.trouble === "expired" && isWatch ? answer(410, "") : null;
  };
  const hosts = createHostDirectory();
  const handler = async ({ url }: { readonly url: string }): Promise<HttpResponse> => {
    const { searchParams } = new URL(url);
    const isWatch = searchParams.has("watch");
    asked.push({ atSeconds: clock.now() / 1000, isWatch });
    const early = troubled(isWatch);
    if (early !== null) return early;
    if (!isWatch) return answer(200, JSON.stringify({ metadata: { resourceVersion: String(state.version) }, items: [...store.values()] }));
    const news = () => log.filter(({ version }) => version > Number(searchParams.get("resourceVersion")));
    if (news().length === 0) await changed.wait();
    return (
      troubled(true) ??
      answer(
        200,
        news()
          .map(({ line }) => line)
          .join("\n"),
      )
    );
  };
  hosts.listen({ host: "api.test", actor: "api-server", handler });
  const copy = new Map<string, WatchedObject>();
  const stop = new AbortController();
  let isOver = false;
  const loop = {
    network: createNetwork(hosts, createInMemoryTransport(hosts, clock), clock),
    clock,
    tls: trustAnchors([]),
    bearerToken: "token",
    url: "http://api.test/api/v1/pods",
    name: "Pods",
    span: trace.root,
    signal: stop.signal,
    onChange: ({ type, object }: ObjectChange<WatchedObject>) => {
      if (type === "DELETED") copy.delete(keyOf(object));
      else copy.set(keyOf(object), object);
    },
  };
  clock.at(clock.now(), async () => {
    await listAndWatch(loop);
    isOver = true;
  });
  const write = (name: string, isRemoved = false): void => {
    const old = store.get(`/${name}`);
    if (isRemoved && old === undefined) return;
    state.version += 1;
    const object = { metadata: { name, uid: old?.metadata.uid ?? `uid-${state.version}`, resourceVersion: String(state.version) } };
    if (isRemoved) store.delete(`/${name}`);
    else store.set(`/${name}`, object);
    const type = isRemoved ? "DELETED" : old === undefined ? "ADDED" : "MODIFIED";
    log.push({ version: state.version, line: JSON.stringify({ type, object }) });
    wake();
  };
  return { clock, store, state, asked, write, wake, copy, stop, isOver: () => isOver };
}

const step = fc.oneof(
  fc.record({ kind: fc.constant("write" as const), name: fc.constantFrom("a", "b", "c"), isRemoved: fc.boolean() }),
  fc.record({ kind: fc.constant("trouble" as const), trouble: fc.constantFrom<Trouble>("none", "cut", "500", "expired") }),
  fc.record({ kind: fc.constant("wait" as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
);

test("whatever happens in between, the copy equals the store once it is quiet", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
      const { clock, store, state, write, wake, copy } = createPair();
      for (const one of steps) {
        if (one.kind === "write") write(one.name, one.isRemoved);
        if (one.kind === "wait") await clock.advanceBy(one.ms);
        if (one.kind === "trouble") state.trouble = one.trouble;
      }
      state.trouble = "none";
      wake();
      await clock.advanceBy(30_000);
      expect(copy).toEqual(store);
    }),
  );
});

test("a change is told at the very instant, and nobody is asked meanwhile", async () => {
  const { clock, asked, write, copy } = createPair();
  await clock.advanceBy(86_400_000);
  expect(asked).toEqual([
    { atSeconds: 0, isWatch: false },
    { atSeconds: 0, isWatch: true },
  ]);
  write("a");
  await clock.advanceBy(0);
  expect([...copy.keys()]).toEqual(["/a"]);
  expect(asked.slice(2)).toEqual([{ atSeconds: 86_400, isWatch: true }]);
});

test("while no answer comes it lists again after a growing pause of at most 30 s, and begins anew after a success", async () => {
  const { clock, asked, state, write, wake } = createPair();
  state.trouble = "500";
  await clock.advanceBy(115_000);
  expect(asked.map(({ atSeconds }) => atSeconds)).toEqual([0, 0.8, 2.4, 5.6, 12, 24.8, 50.4, 80.4, 110.4]);
  state.trouble = "none";
  await clock.advanceBy(30_000);
  write("a");
  await clock.advanceBy(0);
  state.trouble = "500";
  asked.length = 0;
  wake();
  await clock.advanceBy(1000);
  expect(asked).toEqual([{ atSeconds: 145.8, isWatch: false }]);
});

test("a version that is too old is followed by a list at once", async () => {
  const { clock, asked, state, write, copy } = createPair();
  await clock.advanceBy(0);
  asked.length = 0;
  state.trouble = "expired";
  write("a");
  state.trouble = "none";
  await clock.advanceBy(0);
  expect([...copy.keys()]).toEqual(["/a"]);
  expect(asked.every(({ atSeconds }) => atSeconds === 0)).toBe(true);
});

test("a version that is too old again after a list counts as a failure", async () => {
  const { clock, asked, state } = createPair();
  state.trouble = "expired";
  await clock.advanceBy(800);
  expect(asked).toEqual([0, 0, 0, 0, 0.8, 0.8].map((atSeconds, index) => ({ atSeconds, isWatch: index % 2 === 1 })));
});

test.each([
  { name: "while it watches", trouble: "none" },
  { name: "while it pauses", trouble: "500" },
] as const)("it ends $name, when it is told to", async ({ trouble }) => {
  const { clock, asked, state, stop, isOver } = createPair();
  state.trouble = trouble;
  await clock.advanceBy(100);
  stop.abort();
  await clock.advanceBy(0);
  expect(isOver()).toBe(true);
  const askedBefore = asked.length;
  await clock.advanceBy(600_000);
  expect(asked.length).toBe(askedBefore);
});
