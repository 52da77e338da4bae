/** Members that actions, faults and settings share. */
import { DURATION_FORM, parseDuration } from "./duration.js";
import { pattern, text } from "./expected.js";

const MAX_DURATION_DAYS = 3650;

/** A length of time, which may be none. */
export const duration = durationFrom(0, `a duration such as 90m or 24h, at most ${MAX_DURATION_DAYS}d`);

/** How often something happens; a period of no length would never let time move on. */
export const period = durationFrom(1000, "a period such as 10m or 1h, at least 1s");

/** A time that something is counted in, which may be a part of a second. */
export const countingWindow = durationFrom(1, "a time such as 500ms, 10s or 1m, at least 1ms");

export const pod = text("the pod's name").describe("name of the pod");
export const namespace = text("the pod's namespace").optional().describe("namespace of the pod; default when left out");
export const container = text("the container's name").optional().describe("the pod's first when left out");

function durationFrom(minMs: number, what: string) {
  return pattern(DURATION_FORM, what).refine(
    (written) => {
      const durationMs = parseDuration(written);
      return durationMs === null || (durationMs >= minMs && durationMs <= MAX_DURATION_DAYS * 86_400_000);
    },
    { error: what },
  );
}
