import assert from "node:assert/strict";
import { after, before, mock, test } from "node:test";
import { createSimulation } from "irsa-sim";
import { clientOptionsOf } from "./client-options.mjs";
import { readGreeting } from "./read-greeting.mjs";

let simulation;
before(async () => {
  mock.timers.enable({ apis: ["Date"], now: new Date("2026-01-05T09:00:00Z") });
  simulation = await createSimulation("basic", { onTimeChange: (now) => mock.timers.setTime(now.getTime()) });
});
after(() => simulation.close());

test("the app reads its greeting as its own role", async () => {
  assert.equal(await readGreeting(clientOptionsOf(simulation.pod("my-pod"))), "Hello from S3.\n");
  simulation.expectPrincipal("arn:aws:sts::111122223333:assumed-role/my-pod-role/*");
});

test("a day later, with a token that was replaced, it still does", async () => {
  const before = simulation.pod("my-pod").readToken();
  await simulation.clock.advance("24h");
  assert.notEqual(simulation.pod("my-pod").readToken(), before);
  assert.equal(await readGreeting(clientOptionsOf(simulation.pod("my-pod"))), "Hello from S3.\n");
});
