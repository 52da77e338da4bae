/** One of the forms that a client accepts. */
export interface MediaRange {
  readonly type: string;
  readonly weight: number;
  /** Another kind of object than the one that is kept, as `meta.k8s.io/v1/Table`; `null` for none. */
  readonly form: string | null;
}

/**
 * Reads an `Accept` header: by weight, then in the order in which the client names them.
 *
 * @example
 * readRanges("application/json;as=Table;v=v1;g=meta.k8s.io,application/json")[0]; // { type: "application/json", weight: 1, form: "meta.k8s.io/v1/Table" }
 */
export function readRanges(header: string): readonly MediaRange[] {
  const ranges = header.split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim());
    const valueNamed = (name: string): string | undefined => parameters.find((parameter) => parameter.startsWith(`${name}=`))?.slice(name.length + 1);
    const [as, group, version, weight] = ["as", "g", "v", "q"].map(valueNamed);
    const form = as === undefined && group === undefined && version === undefined ? null : `${group ?? ""}/${version ?? ""}/${as ?? ""}`;
    return { type, weight: weight === undefined ? 1 : Number.parseFloat(weight) || 0, form };
  });
  return ranges.sort((a, b) => b.weight - a.weight);
}
