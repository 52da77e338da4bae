import type { Cause, Explanation } from "../cause.js";
import { kindsOf, lastCallSucceeded, noteOfSearch } from "../credential-search.js";
import { credentialsOf } from "../credentials-of.js";
import type { FailureView } from "../failure-view.js";
import { isCallerRefused } from "../node-role.js";

/** failures.md, rank 63. */
export const libraryInvertsPrecedence: Cause = {
  id: "library-inverts-precedence",
  rank: "without-effect",
  met: "rarely",
  title: "The library asks web identity before the keys that somebody exported",
  see: "error looking up full ARN of entity after a manual cross-account AssumeRole",
  why: "The library's own chain puts web identity first.",
  prove: [
    "kubectl exec -n NAMESPACE POD -- env | grep AWS_",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
    "read the library's own order of credentials; the SDK's is in its documentation",
  ],
  sources: ["https://github.com/hashicorp/go-secure-stdlib/issues/45"],
  explain: (symptom) => (isCallerRefused(symptom.check) ? explainOrder(symptom) : null),
  warn(events) {
    const explanation = lastCallSucceeded(events) ? explainOrder({ events, check: null }) : null;
    return explanation === null ? [] : [{ ...explanation, from: null }];
  },
};

function explainOrder(view: Pick<FailureView, "events" | "check">): Explanation | null {
  const { events } = view;
  const list = noteOfSearch(events, "sdk.providers-in-code")?.attributes;
  const keys = noteOfSearch(events, "sdk.keys-shadowed")?.attributes;
  const credentials = credentialsOf(view);
  if (list === undefined || keys === undefined || credentials?.source !== "web-identity") return null;
  const isInverted = !asksKeysFirst(kindsOf(list.providers)) && asksKeysFirst(kindsOf(list.insteadOf));
  if (!isInverted) return null;
  return {
    because: `the key ${String(keys.accessKeyId)} was exported for this call, but the library asks web identity first, so the call went out as ${String(credentials.roleArn)}`,
    fix: "let the library follow the SDK's order, in which exported keys come first, or give it the credentials by its own setting",
  };
}

function asksKeysFirst(kinds: readonly string[]): boolean {
  const [keys, webIdentity] = [kinds.indexOf("env"), kinds.indexOf("web-identity")];
  return keys >= 0 && webIdentity >= 0 && keys < webIdentity;
}
