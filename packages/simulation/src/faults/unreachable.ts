import { choice, parseDuration, pattern, period, strictObject } from "@irsa-sim/core/schema";
import { z } from "zod";
import { defineFault } from "./fault.js";

const schema = strictObject({
  host: pattern(/^[a-z0-9.-]+$/, "a host name").describe("name of the host, such as sts.eu-west-1.amazonaws.com"),
  how: choice(["timeout", "refused", "unresolved", "dns-timeout"]).optional().describe("how a connection fails; timeout when left out"),
  from: choice(["pods", "node", "control-plane", "aws", "developer"]).optional().describe("from where; from everywhere when left out"),
  for: period.optional().describe("how long; for good when left out"),
  off: z.literal(true, { error: "true" }).optional().describe("ends it: the host can be reached again"),
}).describe("a host that nobody can reach, or nobody in one place");

/** A host can no longer be reached, by anybody or from one place, or can again. */
export const unreachable = defineFault(
  schema,
  (world, { host, how = "timeout", from = null, for: written, off = false }) => {
    const durationMs = off ? 0 : written === undefined ? null : parseDuration(written);
    world.blockHost({ host, how, from, durationMs });
    world.trace.root
      .enter(off ? "A host can be reached again" : "A host is cut off", { step: null, actor: "simulator" })
      .note("network.unreachable", { host, how, ...(from === null ? {} : { from }), durationMs });
  },
  { isEverywhere: true },
);
