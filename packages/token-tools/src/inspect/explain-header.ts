import type { Json, JsonObject } from "@irsa-sim/core";
import { STS_ALGORITHMS } from "@irsa-sim/simulation";
import { show } from "./in-words.js";

/** A parameter of the header, explained. */
export interface ExplainedParameter {
  readonly name: string;
  readonly value: Json;
  readonly says: string;
  /** The checks of STS that read it, by id. */
  readonly readBy: readonly string[];
}

const PARAMETERS: Readonly<Record<string, { readonly explain: (value: Json) => string; readonly readBy: readonly string[] }>> = {
  alg: { explain: (value) => `how it is signed: ${describeAlgorithm(show(value))}`, readBy: ["sts.token-structure", "sts.signature"] },
  kid: { explain: () => "which of the issuer's keys signed it", readBy: ["sts.verification-key"] },
  typ: { explain: () => "a media type, which Kubernetes leaves out", readBy: [] },
  crit: { explain: () => "parameters that a reader must understand; STS understands none", readBy: ["sts.token-structure"] },
};

/** Explains each parameter of a token's header (RFC 7515, section 4.1). */
export function explainHeader(header: JsonObject): readonly ExplainedParameter[] {
  return Object.entries(header).map(([name, value]) => {
    const known = Object.hasOwn(PARAMETERS, name) ? PARAMETERS[name] : undefined;
    if (known === undefined) return { name, value, says: "nobody here reads it: keys come from the issuer alone", readBy: [] };
    return { name, value, says: known.explain(value), readBy: known.readBy };
  });
}

function describeAlgorithm(algorithm: string): string {
  if (algorithm.toLowerCase() === "none") return "not at all, which STS never takes";
  if (!STS_ALGORITHMS.some((known) => known === algorithm)) return "in a way that STS does not take";
  return `${algorithm.startsWith("RS") ? "by an RSA key" : "by a key on an elliptic curve"}, SHA-${algorithm.slice(2)}`;
}
