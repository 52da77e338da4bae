/** How STS is set up for the account. */
import { countingWindow, integer, list, orNull, regionName, strictObject, toMillis } from "@irsa-sim/core/schema";

const rateLimit = strictObject({
  calls: integer(1, 100_000).describe("how many calls are answered at once"),
  per: countingWindow.describe("the time in which so many calls are allowed anew"),
}).transform(({ calls, per }) => ({ calls, perMs: toMillis(per) }));

export const sts = strictObject({
  rateLimit: orNull(rateLimit).describe("calls of an endpoint beyond it are answered with Throttling; no limit when left out"),
  inactiveRegions: list(regionName, "a list of regions").default([]).describe("regions in which the account has not activated STS; none when left out"),
})
  .prefault({})
  .describe("how STS is set up for the account");
