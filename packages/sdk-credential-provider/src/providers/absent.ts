import type { ChainLink } from "../chains/chain.js";

/** A provider that a container on EKS has nothing for; `reason` says what it would need. */
export function absent(link: Pick<ChainLink, "name" | "kind" | "onError"> & { readonly reason: string }): ChainLink {
  const { reason, ...rest } = link;
  return { ...rest, ask: async () => ({ verdict: "skip", reason, inputs: [] }) };
}
