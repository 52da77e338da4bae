import type { SdkChain } from "./chains/chain.js";

/** The region that this SDK reads from the environment; `us-east-1` when none is named. */
export function regionOf(chain: SdkChain, environment: Readonly<Record<string, string>>): string {
  return chain.regionVariables.map((name) => environment[name] ?? "").find((value) => value !== "") ?? "us-east-1";
}
