/** The webhook's command line. */
import { flag, list, regionName, text } from "@irsa-sim/core/schema";
import { parseFlags } from "@irsa-sim/webhook-mutator";

export const region = regionName.default("").describe("--aws-default-region: the region that the webhook gives to pods; none when empty");

export const stsRegionalEndpoints = flag().default(false).describe("--sts-regional-endpoint: whether pods are told to call STS in their region");

export const flags = list(text("a word of a command line"), "a list of flags")
  .superRefine((words, context) => {
    const problem = problemOf(words);
    if (problem === null) return;
    const index = words.findIndex((_, last) => problemOf(words.slice(0, last + 1)) === problem);
    context.addIssue({ code: "custom", path: [index], message: `a command line that the webhook takes; it ends with ${problem}` });
  })
  .default([])
  .describe("more flags of the webhook, as on its command line: --token-expiration=3600, or the value as the next word");

function problemOf(words: readonly string[]): string | null {
  const parsed = parseFlags(words);
  return "problem" in parsed ? parsed.problem : null;
}
