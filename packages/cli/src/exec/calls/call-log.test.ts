import { createTrace, epochMillis, type Trace, VirtualClock } from "@irsa-sim/core";
import { CLIENT_CALLS } from "@irsa-sim/live";
import { expect, test } from "vitest";
import { keepCallLog } from "./call-log.js";
import { checkExpectations } from "./check-expectations.js";

const ROLE = "arn:aws:sts::111122223333:assumed-role/my-pod-role/app";
const NODE = "arn:aws:sts::111122223333:assumed-role/node/i-1";
/** One more than are kept. */
const SORTS = 5001;

function create() {
  const trace = createTrace(new VirtualClock(epochMillis(0)));
  return { trace, log: keepCallLog(trace) };
}

function call(trace: Trace, name: string, principal: string): void {
  const exchange = trace.root.enter(`${CLIENT_CALLS} ${name}`).exchange(name, "s3", { method: "GET", url: "https://s3.test/", headers: {}, body: "" });
  exchange.span.check({ check: "s3.authentication", title: "who calls", passed: true, expected: { value: "a known key" }, actual: { value: principal } });
  exchange.end({ response: { status: 200, headers: {}, body: "" } });
}

test("calls that came out the same are counted, in the order of the first", () => {
  const { trace, log } = create();
  for (const name of ["GetObject", "PutObject", "GetObject"]) call(trace, name, ROLE);
  expect(log.groups.map((group) => [group.call.name, group.call.principal, group.count])).toEqual([
    ["GetObject", ROLE, 2],
    ["PutObject", ROLE, 1],
  ]);
});

test("somebody else among the callers is seen, however many sorts of calls there were before", () => {
  const { trace, log } = create();
  for (let index = 0; index < SORTS; index += 1) call(trace, `Operation${index}`, ROLE);
  call(trace, "GetObject", NODE);
  expect([log.groups.length, log.furtherCalls]).toEqual([SORTS - 1, 2]);
  expect(checkExpectations(log, { principal: ROLE })).toEqual([`expected every call as ${ROLE}; GetObject was made as ${NODE}`]);
});
