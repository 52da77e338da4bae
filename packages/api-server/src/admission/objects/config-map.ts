import type { JsonObject } from "@irsa-sim/core";
import { type FieldProblem, invalid, tooLong } from "../field-problem.js";
import { findFormatProblems } from "../validation/formats/find-format-problems.js";
import { bytesIn } from "../validation/formats/is-longer-than.js";
import { configKey } from "../validation/formats/keys.js";

const MAX_BYTES = 1024 * 1024;

/** A ConfigMap's keys become names of files, each of one of its two kinds of values. */
export const CONFIG_MAP_RULES = { findProblems: findConfigMapProblems };

function* findConfigMapProblems(configMap: JsonObject): Generator<FieldProblem> {
  const { data = {}, binaryData = {} } = configMap as {
    readonly data?: Readonly<Record<string, string>>;
    readonly binaryData?: Readonly<Record<string, string>>;
  };
  let bytes = 0;
  for (const [key, value] of Object.entries(data)) {
    yield* findFormatProblems(configKey, `data[${key}]`, key);
    if (binaryData[key] !== undefined) yield invalid(`data[${key}]`, key, "duplicate of key present in binaryData");
    bytes += bytesIn(value);
  }
  for (const [key, value] of Object.entries(binaryData)) {
    yield* findFormatProblems(configKey, `binaryData[${key}]`, key);
    bytes += decodedLength(value);
  }
  if (bytes > MAX_BYTES) yield tooLong("[]", MAX_BYTES);
}

/** The bytes that a text in base64 stands for. */
export function decodedLength(base64: string): number {
  const letters = base64.replaceAll(/[\r\n=]/g, "").length;
  return Math.floor((letters * 3) / 4);
}
