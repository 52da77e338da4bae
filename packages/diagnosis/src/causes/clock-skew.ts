import type { CheckEvent } from "@irsa-sim/core";
import type { Cause, Explanation } from "../cause.js";

/** What STS lets pass. */
const GRACE_MS = 300_000;

/** failures.md, rank 66. */
export const clockSkew: Cause = {
  id: "clock-skew",
  rank: "mistaken",
  met: "rarely",
  narrows: ["token-not-refreshed", "token-read-once", "token-swap-race"],
  title: "Clocks disagree",
  see: "RequestTimeTooSkewed: The difference between the request time and the server's time is too large. (403)",
  why: "Signed requests carry the time of whoever signs, and AWS takes a quarter of an hour either way. The exchange of the token is not signed, so it works all the same.",
  prove: ["kubectl exec -n NAMESPACE POD -- date -u; date -u"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"],
  explain({ check }) {
    if (check.check === "sts.times") return explainTokensTimes(check);
    if (check.reason !== "clock-skewed") return null;
    return {
      because: `the request was signed at ${check.actual.value}, and the service's clock says ${check.expected.value}`,
      fix: "set the clock of the node by NTP, or take away what changes the time in the container",
      edits: [{ source: "cluster", pointer: "/clockSkews/app", value: 0 }],
    };
  },
};

/** The token is as old as it should be by the time that passed, and by the service's clock it is not. */
function explainTokensTimes({ reason, expected, actual, at }: CheckEvent): Explanation | null {
  const offMs = Date.parse(actual.value) - at;
  if (Number.isNaN(offMs) || Math.abs(offMs) < GRACE_MS) return null;
  const which = reason === "expired" ? "has expired" : "is not good yet";
  return {
    because: `by STS's clock, which says ${actual.value}, the token ${which}: it is good ${expected.value}, and it is ${new Date(at).toISOString().replace(".000Z", "Z")}`,
    fix: "set the clock by NTP where STS runs, or that of the control plane where the token was issued",
    edits: [{ source: "cluster", pointer: "/clockSkews/sts", value: 0 }],
  };
}
