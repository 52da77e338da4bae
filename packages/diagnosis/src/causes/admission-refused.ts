import type { Cause, Explanation } from "../cause.js";
import { describeCheck } from "../describe-check.js";
import { isObjectRefused } from "../is-object-refused.js";
import { visible } from "../visible.js";

/** Not in failures.md: what is said of an object that the API server does not take, where no other cause knows more of its field. */
export const admissionRefused: Cause = {
  id: "admission-refused",
  rank: "symptom",
  title: "The API server does not take the object as it is",
  see: 'The Pod "NAME" is invalid: spec.containers[0].volumeMounts[0].mountPath: ...; Error from server (BadRequest): ...',
  why: "The API server decodes, admits and validates an object before it stores it. What the webhooks have changed is validated too.",
  prove: ["kubectl apply --dry-run=server -f FILE", "kubectl explain pod.spec"],
  sources: ["https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/"],
  explain({ check, told }) {
    if (check.actor !== "api-server" || !isOfObject(told.code)) return null;
    // Most checks find nothing but what the message says.
    const isSaid = check.actual.value.includes(told.message) || told.message.includes(check.actual.value);
    return { because: isSaid ? tell(told.message) : `${tell(told.message)}; ${describeCheck(check)}`, fix: FIX };
  },
  explainOwnError({ exchange, told }): Explanation | null {
    return isObjectRefused(exchange) && isOfObject(told.code) ? { because: tell(told.message), fix: FIX } : null;
  },
};

/** What is decoded, admitted and validated; that the request itself is none is another matter. */
function isOfObject(code: string): boolean {
  return code === "Invalid" || code === "BadRequest" || code === "Forbidden";
}

const FIX = "the manifest, at the field that the API server names: write what it asks for, and apply the object again";

function tell(message: string): string {
  return `the API server refuses the object: ${visible(message)}`;
}
