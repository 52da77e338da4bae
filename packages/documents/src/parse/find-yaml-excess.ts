import type { CST } from "yaml";
import type { Fault } from "../problems/fault.js";
import { EXCESS, MAX_DEPTH, MAX_VALUES } from "./bounds.js";

/** Where a YAML text goes beyond the bounds. */
export interface Excess {
  /** In the text, from 0. */
  readonly offset: number;
  readonly fault: Fault;
}

/**
 * Looks for the first place where the text is too deep, or has too many values, without descending into it:
 * composing the tokens to nodes takes a call a level.
 */
export function findYamlExcess(tokens: readonly CST.Token[]): Excess | null {
  let values = 0;
  const waiting: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of tokens) {
    if (token.type === "document" && token.value !== undefined) waiting.push({ token: token.value, depth: 0 });
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      values += 1;
      if (next.depth > MAX_DEPTH) return { offset: next.token.offset, fault: EXCESS.depth };
      if (values > 2 * MAX_VALUES) return { offset: next.token.offset, fault: EXCESS.values };
      const depth = next.depth + 1;
      // The last is taken out first, so that the first one in the text is looked at next.
      for (const child of childrenOf(next.token).reverse()) waiting.push({ token: child, depth });
    }
  }
  return null;
}

/** Keys and values of a collection. */
function childrenOf(token: CST.Token): CST.Token[] {
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child): child is CST.Token => child !== undefined && child !== null));
}
