import { bodyText, type ExchangeEvent } from "@irsa-sim/core";
import type { Cause } from "../cause.js";
import { visible } from "../visible.js";

/** Whether an answer refuses for good and is no service's: a page, where AWS would write XML or JSON. */
function isOfNobody({ response }: ExchangeEvent): boolean {
  if (response === null || response.status < 400 || response.status >= 500) return false;
  const body = bodyText(response).trim();
  return !/^(<\?xml|<(ErrorResponse|Error|Response)\b|\{)/.test(body);
}

/** Not in failures.md: the service's own trouble. */
export const serviceFault: Cause = {
  id: "service-fault",
  rank: "mistaken",
  title: "The service itself is in trouble",
  see: "InternalFailure (500): We encountered an internal error; ServiceUnavailable (503); Throttling: Rate exceeded",
  why: "Services fail or throttle for a while. An SDK tries again a few times, and its chain of providers may do so on top of that; then the error is the app's.",
  prove: ["search CloudTrail for errorCode and eventTime", "https://health.aws.amazon.com/health/status"],
  sources: ["https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"],
  explain({ check, told, exchange }) {
    if (check.reason !== "answered-instead") return null;
    if (exchange !== null && isOfNobody(exchange))
      return {
        because: `who answered for ${new URL(exchange.request.url).hostname} is not the service: HTTP ${exchange.response?.status} with a page, and no error in the service's own form`,
        fix: "ask whoever runs the proxy, firewall or mesh between the pod and the host to let it through (curl -v shows who answers), or name the host in NO_PROXY",
      };
    return {
      because: `${exchange === null ? "the service" : new URL(exchange.request.url).hostname} answered ${check.actual.value} in place of its own answer, every time that the SDK asked: ${visible(told.message)}`,
      fix: "wait and try again, with back-off, and keep credentials that are still good; more attempts (AWS_MAX_ATTEMPTS) help against short trouble",
    };
  },
};
