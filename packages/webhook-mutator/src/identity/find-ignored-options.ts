import type { WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { parseTokenExpiration } from "../values/parse-token-expiration.js";

/** An optional annotation that does not do what it says. */
export interface IgnoredOption {
  readonly annotation: string;
  readonly value: string;
  /** What is wrong with it. */
  readonly problem: "not-a-whole-number" | "below-minimum" | "not-a-boolean";
}

/**
 * Finds the optional annotations of a service account or a pod that have another effect than they say: the webhook passes over them without a word.
 *
 * @see webhook.md, section 5
 */
export function findIgnoredOptions(
  annotations: Readonly<Record<string, string>>,
  { annotationPrefix }: Pick<WebhookSettings, "annotationPrefix">,
): readonly IgnoredOption[] {
  return Object.entries(PROBLEMS).flatMap(([name, problemOf]) => {
    const annotation = `${annotationPrefix}/${name}`;
    const value = annotations[annotation];
    const problem = value === undefined || value === "" ? null : problemOf(value);
    return value === undefined || problem === null ? [] : [{ annotation, value, problem }];
  });
}

const PROBLEMS: Readonly<Record<string, (value: string) => IgnoredOption["problem"] | null>> = {
  "token-expiration": (value) => {
    const seconds = parseTokenExpiration(value);
    if (seconds === null) return "not-a-whole-number";
    return seconds === BigInt(value.replace("+", "")) ? null : "below-minimum";
  },
  "sts-regional-endpoints": (value) => (parseBoolean(value) === null ? "not-a-boolean" : null),
};
