import { createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { ChainLink, SdkChain } from "./chains/chain.js";
import { CHAINS } from "./chains/chains.js";
import { localError } from "./load-error.js";
import type { ProviderAnswer, ProviderInput } from "./providers/provider.js";
import { walkChain } from "./walk-chain.js";

const ERROR = localError("Code", "said no");
const CREDENTIALS = { accessKeyId: "AKIA", secretAccessKey: "s" };
const MATCH: ProviderAnswer = { verdict: "match", inputs: [], credentials: CREDENTIALS, about: {} };

/** Walks links that answer so, in order. */
async function walk(onError: ChainLink["onError"], ...answers: readonly ProviderAnswer[]) {
  const links = answers.map((answer, index): ChainLink => ({ name: `link-${index}`, kind: "static", onError, ask: async () => answer }));
  const chain: SdkChain = { ...CHAINS["js-v3"], links };
  const span = createTrace(new VirtualClock(epochMillis(0))).root;
  const result = await walkChain({ chain, span, environment: {} } as unknown as ProviderInput & { readonly chain: SdkChain }, links);
  return "winner" in result ? result.winner.name : "error" in result ? result.error : "unsigned";
}

test.each<{ readonly name: string; readonly onError: ChainLink["onError"]; readonly answer: ProviderAnswer; readonly result: unknown }>([
  { name: "a skip", onError: "fail", answer: { verdict: "skip", inputs: [], reason: "nothing set" }, result: "link-1" },
  { name: "an error that is passed over", onError: "continue", answer: { verdict: "error", inputs: [], error: ERROR }, result: "link-1" },
  { name: "an error of a link that fails", onError: "fail", answer: { verdict: "error", inputs: [], error: ERROR }, result: ERROR },
  {
    name: "an error that is final whatever the link's rule",
    onError: "continue",
    answer: { verdict: "error", inputs: [], error: ERROR, isFinal: true },
    result: ERROR,
  },
  {
    name: "an error of what was chosen already",
    onError: "continue",
    answer: { verdict: "chosen", inputs: [], load: async () => ({ error: ERROR }) },
    result: ERROR,
  },
  {
    name: "what was chosen already, and is good",
    onError: "continue",
    answer: { verdict: "chosen", inputs: [], load: async () => ({ credentials: CREDENTIALS, about: {} }) },
    result: "link-0",
  },
])("after $name", async ({ onError, answer, result }) => {
  expect(await walk(onError, answer, MATCH)).toEqual(result);
});
