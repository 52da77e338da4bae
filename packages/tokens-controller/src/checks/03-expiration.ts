import { invalidField } from "../kubernetes-status.js";
import { type CheckContext, enforce } from "./check-context.js";

const MIN_SECONDS = 600;
const MAX_SECONDS = 2 ** 32;

/** The lifetime asked for is one that Kubernetes issues at all. */
export function checkExpiration({ span, request }: CheckContext): void {
  const { expirationSeconds } = request;
  const problem = findProblem(expirationSeconds);
  const refusal = problem === null ? null : invalidField("", "spec.expirationSeconds", `Invalid value: ${expirationSeconds}: ${problem}`);
  enforce(span, { check: "tokens-controller.expiration", title: "lifetime", expected: "600 s to 2^32 s", actual: `${expirationSeconds} s` }, refusal);
}

function findProblem(seconds: number): string | null {
  if (seconds < MIN_SECONDS) return "may not specify a duration less than 10 minutes";
  return seconds > MAX_SECONDS ? "may not specify a duration larger than 2^32 seconds" : null;
}
