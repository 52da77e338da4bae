/**
 * The scenario language. The descriptions are for its reference page; types and checks follow from the same definition.
 * Policies and Kubernetes objects stand in files of their own, and have schemas of their own.
 */
import { flag, integer, list, orNull, present, strictObject, text } from "@irsa-sim/core/schema";
import { WORLD_SETTINGS } from "@irsa-sim/simulation";
import { z } from "zod";
import { timelineSchema } from "../../timeline/timeline-schema.js";
import { expectationShape } from "./expectation-schema.js";
import { matrixSchema } from "./matrix-schema.js";

const expectation = strictObject(expectationShape);

const lesson = strictObject({
  story: orNull(text("a story")).describe("what happened, as a colleague would tell it"),
  question: orNull(text("a question")).describe("asked before the answer is shown"),
  hints: list(text("a hint"), "a list of hints").default([]).describe("shown one after the other"),
  reveal: orNull(text("the answer")).describe("the answer"),
});

/** A scenario after merging: what a `base` gave and a file added. */
export const scenarioSchema = strictObject({
  title: text("a title").describe("one line that says what is special"),
  description: text("a description").default("").describe("what happens, in a few sentences"),
  golden: flag()
    .default(false)
    .describe("whether the outline of the trace is compared with trace.golden.txt beside the scenario, which irsa-sim test --update writes; not inherited"),
  tags: list(text("a tag"), "a list of tags").default([]).describe("words to filter by"),
  base: text("the name of a scenario")
    .optional()
    .describe("a scenario that ships with the simulator, by name, or a folder of one's own, such as ../my-base: everything not given here comes from there"),
  matrix: matrixSchema
    .optional()
    .describe("names, each with a list of values: the scenario is played once for each combination, and the variable matrix.NAME stands for its value"),
  patch: z.unknown().optional().describe("addresses and the values to merge in there (RFC 7396); null takes a place away"),
  ...WORLD_SETTINGS,
  replicas: integer(1, 1000)
    .default(1)
    .describe(
      "how many of each pod, named my-pod-0, my-pod-1 and so on; calls, restarts and expectations are for each of them; one with the plain name when left out",
    ),
  timeline: timelineSchema.describe("what happens, in order; an action has exactly one key, and beside it perhaps cluster"),
  expect: expectation.describe("how the run must come out; replaces the base's expectation as a whole"),
  lesson: orNull(lesson).describe("for the stepper and the page"),
  fix: strictObject({
    patch: present("addresses and values").describe("as patch; applied after the failure"),
    expect: strictObject({ ...expectationShape, outcome: expectationShape.outcome.optional() })
      .optional()
      .describe("how the run then comes out; it succeeds when nothing else is said"),
  })
    .optional()
    .describe("what makes the scenario succeed"),
});

/** What the schema lets through. */
export type ScenarioDocument = z.infer<typeof scenarioSchema>;
