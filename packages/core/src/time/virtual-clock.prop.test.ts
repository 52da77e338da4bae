import fc from "fast-check";
import { expect, test } from "vitest";
import { epochMillis } from "./epoch.js";
import type { Latch } from "./latch.js";
import { VirtualClock } from "./virtual-clock.js";

type Step =
  | { readonly do: "sleep"; readonly ms: number }
  | { readonly do: "race"; readonly branches: readonly (readonly Step[])[] }
  | { readonly do: "all"; readonly branches: readonly (readonly Step[])[] }
  | { readonly do: "open"; readonly latch: number }
  | { readonly do: "wait"; readonly latch: number };

/** Work that begins at an instant, and every so often from then on unless the period is 0. */
interface Program {
  readonly at: number;
  readonly everyMs: number;
  readonly steps: readonly Step[];
}

const LATCHES = 3;
const sleeping = fc.record({ do: fc.constant("sleep" as const), ms: fc.nat(20) });
const latch = fc.nat(LATCHES - 1);
const latching = fc.oneof(fc.record({ do: fc.constant("open" as const), latch }), fc.record({ do: fc.constant("wait" as const), latch }));

const stepsOf = (leaf: fc.Arbitrary<Step>): fc.Arbitrary<readonly Step[]> =>
  fc.letrec<{ step: Step; steps: readonly Step[] }>((tie) => {
    const branches = fc.array(tie("steps"), { minLength: 1, maxLength: 3 });
    const racing = fc.record({ do: fc.constant("race" as const), branches });
    const joining = fc.record({ do: fc.constant("all" as const), branches });
    return { step: fc.oneof({ depthSize: "small" }, leaf, racing, joining), steps: fc.array(tie("step"), { maxLength: 3 }) };
  }).steps;

const programsOf = (leaf: fc.Arbitrary<Step>): fc.Arbitrary<readonly Program[]> =>
  fc.array(fc.record({ at: fc.nat(30), everyMs: fc.constantFrom(0, 0, 7), steps: stepsOf(leaf) }), { maxLength: 5 });

/** Plays programs while time moves in the given strides, and tells what each did when. */
async function play(programs: readonly (Program & { readonly name: string })[], strides: readonly number[]): Promise<readonly string[]> {
  const clock = new VirtualClock(epochMillis(0));
  const latches = Array.from({ length: LATCHES }, (): Latch<number> => clock.createLatch());
  const log: string[] = [];
  const perform = async (steps: readonly Step[], name: string, signal?: AbortSignal): Promise<void> => {
    for (const [index, step] of steps.entries()) {
      const inside = `${name}.${index}`;
      const options = signal === undefined ? {} : { signal };
      if (step.do === "sleep") await clock.sleep(step.ms, options);
      else if (step.do === "open") latches[step.latch]?.open(clock.now());
      else if (step.do === "wait") await latches[step.latch]?.wait(options);
      else if (step.do === "all") await clock.all(step.branches.map((branch, at) => () => perform(branch, `${inside}/${at}`, signal)));
      else await clock.race(step.branches.map((branch, at) => (lost) => perform(branch, `${inside}/${at}`, lost)));
      log.push(`${inside} ${step.do} @${clock.now()}`);
    }
  };
  for (const { name, at, everyMs, steps } of programs) {
    clock.at(epochMillis(at), () => perform(steps, name));
    if (everyMs > 0) clock.every(everyMs, () => perform(steps, `${name}+`));
  }
  for (const stride of strides) await clock.advanceBy(stride);
  // Nobody is at work any more: a wait now has no task to pause.
  expect(() => clock.sleep(1)).toThrow("outside a task");
  return [...log, `end @${clock.now()}`];
}

const named = (programs: readonly Program[]) => programs.map((program, index) => ({ ...program, name: `p${index}` }));

test("advancing in two strides equals advancing in one; no program stops the clock or leaves a thread behind", async () => {
  await fc.assert(
    fc.asyncProperty(programsOf(fc.oneof(sleeping, latching)), fc.nat(60), fc.nat(60), async (programs, a, b) => {
      expect(await play(named(programs), [a, b])).toEqual(await play(named(programs), [a + b]));
    }),
    { numRuns: 300 },
  );
});

test("the order in which ties were scheduled changes nothing for work that shares nothing", async () => {
  const shuffled = programsOf(sleeping).chain((programs) =>
    fc.tuple(fc.constant(named(programs)), fc.shuffledSubarray(named(programs), { minLength: programs.length })),
  );
  const sorted = async (programs: Parameters<typeof play>[0]): Promise<readonly string[]> => [...(await play(programs, [100]))].sort();
  await fc.assert(
    fc.asyncProperty(shuffled, async ([programs, others]) => {
      expect(await sorted(others)).toEqual(await sorted(programs));
    }),
  );
});
