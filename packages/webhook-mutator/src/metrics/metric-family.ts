/** Metrics as Prometheus' text format writes them. */

/** Values by labels, which stand as they are written: `code="200",path="/mutate"`; empty for none. */
export type Samples = ReadonlyMap<string, number>;

/** Counters or gauges, with the lines that say what they are; nothing while there is none. */
export function writeFamily(name: string, type: "counter" | "gauge", help: string, samples: Samples): string {
  const lines = sorted(samples).map(([labels, value]) => `${name}${labels === "" ? "" : `{${labels}}`} ${writeNumber(value)}\n`);
  return headed({ name, type, help }, lines);
}

/** The head of a family in front of its lines. */
export function headed({ name, type, help }: { readonly name: string; readonly type: string; readonly help: string }, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}

/** By their labels. */
export function sorted<Value>(samples: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...samples].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A number of at least 0 as Go writes it in the fewest digits: from a million on with an exponent. */
export function writeNumber(value: number): string {
  if (value < 1e6) return String(value);
  const [digits, exponent = ""] = value.toExponential().split("e+");
  return `${digits}e+${exponent.padStart(2, "0")}`;
}
