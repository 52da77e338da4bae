import { duration, parseDuration, pattern, strictObject } from "@irsa-sim/core/schema";
import { defineFault } from "./fault.js";

const schema = strictObject({
  host: pattern(/^[a-z0-9.-]+$/, "a host name").describe("name of the host, such as my-bucket.s3.eu-west-1.amazonaws.com"),
  by: duration.describe("how long a request is on its way there; 0s for no time any more"),
}).describe("a host to which every request takes its time");

/** Requests to a host take long to get there. */
export const slow = defineFault(
  schema,
  (world, { host, by }) => {
    const delayMs = parseDuration(by) as number;
    world.delayHost(host, delayMs);
    world.trace.root.enter("A host is slow to reach", { step: null, actor: "simulator" }).note("network.slow", { host, delayMs });
  },
  { isEverywhere: true },
);
