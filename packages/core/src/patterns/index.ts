/** Texts with wildcards, matched without trying every way in which they could fit. */
export { matchPattern } from "./match-pattern.js";
export { literalPattern, type Pattern, parsePattern, patternText } from "./pattern.js";
