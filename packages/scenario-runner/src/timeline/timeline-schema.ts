/** How a timeline is written, once each value that is short for an object is one; made from the registry. */
import { list, strictObject, text } from "@irsa-sim/core/schema";
import type { z } from "zod";
import type { Expectation } from "../scenario/expectation.js";
import { expectationShape } from "../scenario/schema/expectation-schema.js";
import { ACTIONS } from "./actions.js";
import type { ExpectedNow, PlannedAction } from "./timeline-entry.js";

const expectNow = strictObject({ ...expectationShape, outcome: expectationShape.outcome.optional() });

/** Beside an action's key. */
export const CLUSTER_KEY = "cluster";

const shape: Readonly<Record<string, z.ZodOptional>> = {
  ...Object.fromEntries(ACTIONS.map(({ name, schema }) => [name, schema.optional()])),
  expect: expectNow.optional(),
};

/** What an entry may be. */
export const ENTRY_NAMES: readonly string[] = Object.keys(shape);

/** Where an action happens. */
const clusterOfEntry = text("a cluster's name").optional().describe("beside an action: the cluster in which it happens, by name; the first when left out");

/** What the schema lets through, one by one. */
export type CheckedEntry = ExpectedNow | Omit<PlannedAction, "objects">;

/** What happens, in order; what the files hold that an action reads is known only later. */
export const timelineSchema = ACTIONS.reduce(
  (schema, { name, atMost }) =>
    atMost === undefined
      ? schema
      : schema.refine((entries) => entries.filter((entry) => entry.kind === "action" && entry.definition.name === name).length <= atMost.times, {
          error: `at most ${atMost.times} ${atMost.what}`,
        }),
  list(strictObject({ ...shape, [CLUSTER_KEY]: clusterOfEntry }).transform(toEntry), "a list of actions"),
);

/** An entry has exactly one key by now. */
function toEntry(written: Readonly<Record<string, unknown>>): CheckedEntry {
  const definition = ACTIONS.find(({ name }) => name in written);
  if (definition !== undefined)
    return { kind: "action", definition, action: written[definition.name], cluster: (written[CLUSTER_KEY] as string | undefined) ?? null };
  return { kind: "expect", expect: written.expect as Expectation };
}
