/** Kubernetes' types as its own code reads and writes them. */

export { decodeInAnyCase } from "./decode/decode-in-any-case.js";
export { apiVersionOf, BodyError, type DecodedObject, type DecodingOptions, decodeObject, type ObjectKind, recognise } from "./decode/decode-object.js";
export { type DecodedStructure, decodeStructure } from "./decode/decode-structure.js";
export { EXACT } from "./decode/decode-value.js";
export { DecodingError } from "./decode/decoding-error.js";
export { encodeObject } from "./encode/encode-object.js";
export { findNameProblem } from "./find-name-problem.js";
export { goQuoted } from "./go-quoted.js";
export { findSyntaxError } from "./json/find-syntax-error.js";
export { foldName } from "./json/fold-name.js";
export type { GoValue } from "./json/go-value.js";
export { parseGoJson } from "./json/parse-go-json.js";
export { addQuantities, compareQuantities, nanosOf, roundedToMilli } from "./quantity/amount-of.js";
export { canonicalQuantity } from "./quantity/canonical-quantity.js";
export { writtenQuantity } from "./quantity/written-quantity.js";
export { type Member, membersIn } from "./structures/members-of.js";
export { parseGoYaml } from "./yaml/parse-go-yaml.js";
