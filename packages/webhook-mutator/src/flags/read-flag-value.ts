import { parseBoolean } from "../values/parse-boolean.js";
import type { FlagKind } from "./flags.js";
import { parseGoDuration } from "./parse-duration.js";
import { parseGoInteger } from "./parse-go-integer.js";

/** A flag's value, or what Go says of a text that is none. */
export type FlagValue = { readonly value: string | bigint | boolean | number } | { readonly problem: string };

/** Reads a value of a kind. */
export function readFlagValue(kind: FlagKind, text: string): FlagValue {
  return READERS[kind](text);
}

const READERS: Readonly<Record<FlagKind, (text: string) => FlagValue>> = {
  string: (value) => ({ value }),
  bool: (text) => {
    const value = parseBoolean(text);
    return value === null ? { problem: `strconv.ParseBool: parsing ${JSON.stringify(text)}: invalid syntax` } : { value };
  },
  int: (text) => integer(text, { base: 0, bits: 64 }),
  duration: (text) => {
    const parsed = parseGoDuration(text);
    return "ms" in parsed ? { value: parsed.ms } : parsed;
  },
  "klog-bool": (text) => {
    const value = parseBoolean(text);
    return value === null ? PARSE_ERROR : { value };
  },
  "klog-size": (text) => {
    const parsed = parseGoInteger(text, { base: 0, bits: 64 });
    return "value" in parsed && !/^[+-]/.test(text) ? parsed : PARSE_ERROR;
  },
  "klog-level": (text) => integer(text, { base: 10, bits: 32 }),
  "klog-severity": (text) => (SEVERITIES.includes(text.toUpperCase()) ? { value: text } : integer(text, { base: 10, bits: 32 })),
  "klog-modules": (value) =>
    value.split(",").every((module) => module === "" || /^[^=]+=-?\d+$/.test(module))
      ? { value }
      : { problem: "syntax error: expect comma-separated list of filename=N" },
  "klog-place": (value) => (value === "" || /^[^:]*\.[^:]*:[1-9]\d*$/.test(value) ? { value } : { problem: "syntax error: expect file.go:234" }),
};

/** What Go's own flags say, from which klog has some of its. */
const PARSE_ERROR = { problem: "parse error" } as const;
const SEVERITIES: readonly string[] = ["INFO", "WARNING", "ERROR", "FATAL"];

function integer(text: string, form: Parameters<typeof parseGoInteger>[1]): FlagValue {
  const parsed = parseGoInteger(text, form);
  return "value" in parsed ? parsed : { problem: `strconv.ParseInt: parsing ${JSON.stringify(text)}: ${parsed.problem}` };
}
