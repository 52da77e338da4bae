import type { Cause } from "../cause.js";

/** failures.md, rank 66. */
export const clockSkew: Cause = {
  id: "clock-skew",
  rank: "mistaken",
  title: "Clocks disagree",
  see: "RequestTimeTooSkewed: The difference between the request time and the server's time is too large. (403)",
  why: "Signed requests carry the time of whoever signs, and AWS takes a quarter of an hour either way. The exchange of the token is not signed, so it works all the same.",
  prove: ["kubectl exec -n NAMESPACE POD -- date -u; date -u"],
  sources: ["https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"],
  explain({ check }) {
    if (check.reason !== "clock-skewed") return null;
    return {
      because: `the request was signed at ${check.actual.value}, and the service's clock says ${check.expected.value}`,
      fix: "set the clock of the node by NTP, or take away what changes the time in the container",
    };
  },
};
