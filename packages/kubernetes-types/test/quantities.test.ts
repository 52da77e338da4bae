/** A thousand quantities, as Amazon's webhook wrote them again: their own text where the reader's fast path keeps it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DecodingError, writtenQuantity } from "../src/index.js";

type Recorded = { readonly text: string } & ({ readonly written: string } | { readonly error: string });

const RECORDED = JSON.parse(readFileSync(new URL("recorded/quantities.json", import.meta.url), "utf8")) as readonly Recorded[];

function write(text: string): Omit<Recorded, "text"> {
  try {
    return { written: writtenQuantity(text) };
  } catch (error) {
    if (!(error instanceof DecodingError)) throw error;
    return { error: error.message };
  }
}

test("all of them", () => {
  expect(RECORDED.length).toBeGreaterThan(1000);
  expect(RECORDED.map(({ text }) => ({ text, ...write(text) }))).toEqual(RECORDED);
});
