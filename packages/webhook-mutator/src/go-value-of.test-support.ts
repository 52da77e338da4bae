import { type GoValue, parseGoJson } from "@irsa-sim/kubernetes-types";

/** A value as it comes in a body. */
export function goValueOf(value: unknown): GoValue {
  return parseGoJson(JSON.stringify(value));
}
