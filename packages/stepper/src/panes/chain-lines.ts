import type { ChainProvider } from "@irsa-sim/story";
import { chainAt } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import type { PaneContext } from "./pane-context.js";

/** The SDK's walk through its providers of credentials, as far as it has come; empty before the first. */
export function chainLines(context: PaneContext): readonly string[] {
  const chain = chainAt(context.story, { seq: context.here.until });
  if (chain === null) return [];
  return [
    "",
    context.palette.strong(`the chain of ${cleanLine(chain.sdk ?? "the SDK")}`),
    ...chain.providers.flatMap((provider) => providerLines(provider, context)),
  ];
}

function providerLines({ position, name, verdict, reason }: ChainProvider, { palette, width, isBlind }: PaneContext): readonly string[] {
  const marks = { used: palette.good("✔"), failed: palette.bad("✘"), skipped: palette.quiet("–"), "not-reached": palette.quiet("·") };
  const why = isBlind || reason === null ? verdict.replace("-", " ") : `${verdict.replace("-", " ")}: ${reason}`;
  return indented(`${isBlind ? "?" : marks[verdict]} ${position}  ${cleanLine(name)}  ${palette.quiet(cleanLine(why))}`, 1, width);
}
