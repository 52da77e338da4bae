import { createHostDirectory, createInMemoryTransport, createNetwork, createTrace, epochMillis, NetworkError, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Cut, NetworkPlace } from "./network-place.js";
import { createReachability } from "./reachability.js";

const CUT: Cut = { host: "sts.test", how: "timeout", from: null, durationMs: null };

/** How a request from a place ends: its status, or the code of what failed with the address. */
async function ask(cut: Cut, place: NetworkPlace, afterMs = 0): Promise<string> {
  const clock = new VirtualClock(epochMillis(0));
  const hosts = createHostDirectory();
  hosts.listen({ host: "sts.test", actor: "sts", handler: async () => ({ status: 200, headers: {}, body: "" }) });
  const reachability = createReachability(createInMemoryTransport(hosts, clock), clock);
  reachability.block(cut);
  await clock.advanceBy(afterMs);
  const network = createNetwork(hosts, reachability.transportFrom(place), clock);
  try {
    const { status } = await network.send({ method: "GET", url: "http://sts.test/", headers: {}, body: "" }, createTrace(clock).root, { name: "Ask" });
    return String(status);
  } catch (error) {
    if (error instanceof NetworkError) return `${error.code} ${error.address}`;
    throw error;
  }
}

test.each([
  { name: "from everywhere", cut: CUT, place: "aws", answer: "ETIMEDOUT 203.0.113.133" },
  { name: "refused", cut: { ...CUT, how: "refused" }, place: "pods", answer: "ECONNREFUSED 203.0.113.133" },
  { name: "an unknown name has no address", cut: { ...CUT, how: "unresolved" }, place: "pods", answer: "ENOTFOUND null" },
  { name: "a silent name server gives no address", cut: { ...CUT, how: "dns-timeout" }, place: "pods", answer: "EAI_AGAIN null" },
  { name: "from there", cut: { ...CUT, from: "pods" }, place: "pods", answer: "ETIMEDOUT 203.0.113.133" },
  { name: "from elsewhere", cut: { ...CUT, from: "pods" }, place: "control-plane", answer: "200" },
  { name: "while it lasts", cut: { ...CUT, durationMs: 10 }, place: "pods", afterMs: 9, answer: "ETIMEDOUT 203.0.113.133" },
  { name: "when it is over", cut: { ...CUT, durationMs: 10 }, place: "pods", afterMs: 10, answer: "200" },
  { name: "another host", cut: { ...CUT, host: "s3.test" }, place: "pods", answer: "200" },
] as const)("a cut, $name: $answer", async ({ cut, place, answer, ...rest }) => {
  expect(await ask(cut, place, "afterMs" in rest ? rest.afterMs : 0)).toBe(answer);
});

test.each([
  { name: "lost where the way is cut meanwhile", cutFrom: "pods", answer: "ETIMEDOUT" },
  { name: "let through where another way is cut", cutFrom: "aws", answer: "200" },
] as const)("an answer that takes its time, as a watch's does, is $name", async ({ cutFrom, answer }) => {
  const clock = new VirtualClock(epochMillis(0));
  const hosts = createHostDirectory();
  const handler = async () => {
    await clock.sleep(10);
    return { status: 200, headers: {}, body: "" };
  };
  hosts.listen({ host: "sts.test", actor: "sts", handler });
  const reachability = createReachability(createInMemoryTransport(hosts, clock), clock);
  const network = createNetwork(hosts, reachability.transportFrom("pods"), clock);
  clock.at(epochMillis(5), () => reachability.block({ ...CUT, from: cutFrom }));
  const asked = clock.run(async () => {
    const request = { method: "GET", url: "http://sts.test/", headers: {}, body: "" };
    return String((await network.send(request, createTrace(clock).root, { name: "Ask" })).status);
  });
  expect(await asked.catch((error: unknown) => (error instanceof NetworkError ? error.code : error))).toBe(answer);
});
