/** What a run may cost. */
import { describe, expect, test } from "vitest";
import { BudgetError, DEFAULT_BUDGET, type RunBudget, type RunOptions } from "../src/index.js";
import { playVariant } from "./catalogue.js";

const APPLY = "timeline:\n  - apply: [service-account.yaml, pod.yaml]\n";

const playWithin = (budget: Partial<RunBudget>, lines: string, options: Partial<RunOptions> = {}) =>
  playVariant(lines, { ...options, budget: { ...DEFAULT_BUDGET, ...budget } });

async function exceed(...played: Parameters<typeof playWithin>): Promise<BudgetError> {
  const error: unknown = await playWithin(...played).catch((thrown: unknown) => thrown);
  if (!(error instanceof BudgetError)) throw new Error(`the run was not stopped: ${String(error)}`);
  return error;
}

test("what leads far beyond the budget is stopped long before, the same way each time", async () => {
  const error = await exceed({}, `${APPLY}  - advance: 3650d`);
  expect(error.code).toBe("ERR_RUN_BUDGET");
  expect(error.excess).toEqual({
    allowed: "500000 events",
    found: expect.stringMatching(/^at this rate there will be 19\d{5}$/),
    culprit: expect.stringMatching(/^kubelet for pod default\/my-pod: \d\d % of all events, most often /),
    progress: expect.stringMatching(/^[2-9]d\S* of 3650d, action 2 of 2 of the timeline \(variant\/scenario.yaml:6\)$/),
    hint: expect.stringMatching(/^--max-events 2000000 /),
  });
  expect((await exceed({}, `${APPLY}  - advance: 3650d`)).toJSON()).toEqual(error.toJSON());
});

describe("what is over the budget is stopped there", () => {
  const meter = (wallMs: number, memoryBytes: number) => {
    let readings = 0;
    return { wallMs: () => wallMs * readings++, memoryBytes: () => memoryBytes };
  };
  test.each<{
    readonly name: string;
    readonly budget: Partial<RunBudget>;
    readonly lines: string;
    readonly options?: Partial<RunOptions>;
    readonly says: string;
  }>([
    { name: "events of one action", budget: { maxEvents: 30 }, lines: "", says: "budget of 30 events" },
    { name: "events of a burst, which says nothing of what follows", budget: { maxEvents: 600 }, lines: `${APPLY}  - advance: 2d`, says: "601 have happened" },
    { name: "events of what follows by itself", budget: { maxEvents: 1000 }, lines: `replicas: 30\n${APPLY}`, says: "action 1 of 1" },
    {
      name: "real time, and what all of it would take",
      budget: { maxWallMs: 10_000 },
      lines: `${APPLY}  - advance: 30d`,
      options: { meter: meter(11_000, 0) },
      says: "it has run for 11 s",
    },
    { name: "memory", budget: {}, lines: `${APPLY}  - advance: 30d`, options: { meter: meter(0, 2 ** 31) }, says: "2048 MiB are in use" },
  ])("$name", async ({ budget, lines, options, says }) => {
    expect((await exceed(budget, lines, options)).message).toContain(says);
  });
});

test("a burst at the beginning of a long time is none of it", async () => {
  const calls = `  - call: { pod: my-pod, sdk: go-v2, action: "s3:GetObject", bucket: my-bucket, key: hello.txt, every: 1s }`;
  const { failure, events } = await playWithin(
    { maxEvents: 20_000 },
    `${APPLY}${calls}\n  - advance: 4m\n  - delete: { pod: my-pod }\n  - advance: { until: { note: nope }, atMost: 3650d }`,
  );
  expect([failure === null, events.length < 20_000]).toEqual([false, true]);
});
