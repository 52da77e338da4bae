/** Whether a text is JSON as RFC 8259 has it, and where its lists and objects end. */
import { createScanner, type ParseErrorCode, printParseErrorCode, visit } from "jsonc-parser";
import type { Fault } from "../problems/fault.js";
import { EXCESS, MAX_DEPTH } from "./bounds.js";
import { createExtents } from "./extents.js";

/** A fault at an offset in the text. */
export type FaultAtOffset = readonly [offset: number, fault: Fault];

/** The outline of a text; sound when it has no faults. */
export interface JsonOutline {
  readonly faults: readonly FaultAtOffset[];
  /** Where the list or object that begins at an offset ends, behind its bracket. */
  endOf(offset: number): number;
}

/** Reads through a text without making anything of it. Of one that does not parse only the first fault is told: the others follow from it. */
export function outlineJson(text: string, maxValues: number): JsonOutline {
  const excess = findExcess(text, maxValues);
  if (excess !== null) return { faults: [excess], endOf: () => 0 };
  const twice: FaultAtOffset[] = [];
  const invalid: FaultAtOffset[] = [];
  const extents = createExtents();
  const keys: Set<string>[] = [];
  visit(
    text,
    {
      onObjectBegin(offset) {
        extents.open(offset);
        keys.push(new Set());
      },
      onObjectProperty(name, offset) {
        const seen = keys.at(-1);
        if (seen?.has(name)) twice.push([offset, { message: `not valid JSON: the key ${JSON.stringify(name)} stands twice` }]);
        seen?.add(name);
      },
      onObjectEnd(offset, length) {
        keys.pop();
        extents.close(offset + length);
      },
      onArrayBegin: extents.open,
      onArrayEnd: (offset, length) => extents.close(offset + length),
      onError(code, offset) {
        if (invalid.length === 0) invalid.push([offset, { message: `not valid JSON: ${inWords(code)}` }]);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return { faults: invalid.length > 0 ? invalid : twice, endOf: extents.endOf };
}

/** Where the text goes beyond the bounds; it is only scanned, since a parser descends as deep as the text says. */
function findExcess(text: string, maxValues: number): FaultAtOffset | null {
  const scanner = createScanner(text, true);
  let depth = -1;
  let tokens = 0;
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const first = text[offset];
    tokens += 1;
    if (first === "{" || first === "[") depth += 1;
    if (first === "}" || first === "]") depth -= 1;
    if (depth > MAX_DEPTH) return [offset, EXCESS.depth];
    // A value comes with at most five tokens: key, colon, brackets, comma.
    if (tokens > 5 * maxValues) return [offset, EXCESS.values(maxValues)];
  }
  return null;
}

/** `PropertyNameExpected` becomes "property name expected". */
function inWords(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();
}
