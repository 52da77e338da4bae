import type { SourceReference } from "@irsa-sim/core";
import { findUncallable } from "@irsa-sim/simulation";
import type { z } from "zod";
import { call } from "../timeline/call/index.js";
import type { callSchema } from "../timeline/call/schema.js";
import type { LoadedScenario } from "./loaded-scenario.js";

/** What nearly all scenarios call, which needs no description of a service. */
const ALWAYS_THERE = "s3:GetObject";

/** Calls of what no service has, or of what nobody can speak to here: told before they are played. */
export async function findCallNotices({ timeline, locate }: LoadedScenario): Promise<{ readonly message: string; readonly at: SourceReference | null }[]> {
  const calls = timeline.flatMap((entry, index) =>
    entry.kind === "action" && entry.definition === call ? [{ action: (entry.action as z.infer<typeof callSchema>).action, index }] : [],
  );
  const found = await Promise.all(
    calls
      .filter(({ action }) => action !== ALWAYS_THERE)
      .map(async ({ action, index }) => {
        const message = await findUncallable(action);
        return message === null ? [] : [{ message, at: locate(`timeline/${index}`, "/call/action") }];
      }),
  );
  return found.flat();
}
