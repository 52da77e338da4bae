/** Wrong clocks. */
import { integer, strictObject } from "@irsa-sim/core/schema";

/** Seconds ahead, at most a year; negative behind. */
const skew = integer(-31_536_000, 31_536_000).default(0);

export const clockSkews = strictObject({
  app: skew.describe("of the apps' containers"),
  sts: skew.describe("of STS"),
  issuer: skew.describe("of the control plane, which issues tokens"),
  node: skew.describe("of the node, and so of the kubelet"),
})
  .prefault({})
  .describe("wrong clocks, in seconds ahead or, when negative, behind");
