import type { Cause } from "../cause.js";
import { visible } from "../visible.js";

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
    return {
      because: `${exchange === null ? "the service" : new URL(exchange.request.url).hostname} answered ${check.actual.value} in place of its own answer, every time that the SDK asked: ${visible(told.message)}`,
      fix: "wait and try again, with back-off, and keep credentials that are still good; more attempts (AWS_MAX_ATTEMPTS) help against short trouble",
    };
  },
};
