import type { CST } from "yaml";
import type { Fault } from "../problems/fault.js";
import { EXCESS, MAX_DEPTH } from "./bounds.js";

/** Where a YAML text goes beyond the bounds. */
export interface Excess {
  /** In the text, from 0. */
  readonly offset: number;
  readonly fault: Fault;
}

/** Holds the tokens of a text to the bounds before anything is made of them. */
export interface YamlBounds {
  /** The tokens, up to the document that goes beyond. */
  within(tokens: Iterable<CST.Token>): Generator<CST.Token>;
  /** `null` while nothing goes beyond. */
  excess(): Excess | null;
}

/**
 * Creates bounds for one text. Looks for the first place that is too deep, or has too many values before it, without descending into the tokens:
 * composing them to nodes takes a call a level.
 */
export function createYamlBounds(maxValues: number): YamlBounds {
  let values = 0;
  let excess: Excess | null = null;
  const findExcess = (root: CST.Token): Excess | null => {
    const waiting = [{ token: root, depth: 0 }];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      values += 1;
      if (next.depth > MAX_DEPTH) return { offset: next.token.offset, fault: EXCESS.depth };
      if (values > 2 * maxValues) return { offset: next.token.offset, fault: EXCESS.values(maxValues) };
      const depth = next.depth + 1;
      // The last is taken out first, so that the first one in the text is looked at next.
      for (const child of childrenOf(next.token).reverse()) waiting.push({ token: child, depth });
    }
    return null;
  };
  return {
    *within(tokens) {
      for (const token of tokens) {
        if (token.type === "document" && token.value !== undefined) excess = findExcess(token.value);
        if (excess !== null) return;
        yield token;
      }
    },
    excess: () => excess,
  };
}

/** Keys and values of a collection. */
function childrenOf(token: CST.Token): CST.Token[] {
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key, value].filter((child): child is CST.Token => child !== undefined && child !== null));
}
