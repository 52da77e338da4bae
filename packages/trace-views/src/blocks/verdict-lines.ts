import type { RunReport } from "@irsa-sim/core";
import { indented, labelled } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

/** How a run came out, under its name: that every call succeeded, or who refused it and the cause; and the causes of what nobody refused. */
export function verdictLines(
  name: string,
  { failure, warnings }: RunReport,
  { column, options }: { readonly column: number; readonly options: ViewOptions },
): readonly string[] {
  const { palette, width } = options;
  const below = (text: string): readonly string[] => indented(text, column, width);
  const caused = (cause: string | null, because: string): string => (cause === null ? because : `${palette.accent(cause)}: ${because}`);
  const outcome =
    failure === null
      ? `${palette.good("✔")} every call succeeded`
      : `${palette.bad("✘")} refused in step ${failure.step}: ${palette.bad([failure.status, failure.code].filter((part) => part !== null).join(" "))}`;
  return [
    ...labelled(palette.strong(name), outcome, { indent: 1, column, width }),
    ...(failure === null || failure.because === null ? [] : below(caused(failure.cause, failure.because))),
    ...warnings.flatMap(({ cause, because }) => below(`beware: ${caused(cause, because)}`)),
  ];
}
