import { indented, type Palette } from "@irsa-sim/trace-views";
import type { CallLog } from "./call-log.js";
import { type Caller, decideVerdict, type Verdict } from "./decide-verdict.js";

/** The verdict in a few lines; none where nobody was called. */
export function verdictLines(log: CallLog, { width, palette }: { readonly width: number; readonly palette: Palette }): readonly string[] {
  if (log.total === 0) return [];
  const verdict = decideVerdict(log);
  const { rotations, others } = verdict;
  const isGood = verdict.credentials === "irsa" || verdict.credentials === "pod-identity";
  const mark = isGood ? palette.good("✔") : verdict.credentials === "refused" ? palette.bad("✘") : palette.quiet("·");
  return [
    ...indented(`${mark} ${palette.strong(credentialsOf(verdict))}`, 0, width),
    ...verdict.roles.flatMap((role) => indented(role, 2, width)),
    ...(rotations > 0 ? indented(`it went on with a newer token ${rotations === 1 ? "once" : `${rotations} times`}`, 2, width) : []),
    ...others.flatMap((caller) => indented(`it ${isGood ? "also " : ""}called as ${describeCaller(caller)}`, 2, width)),
    "",
  ];
}

function credentialsOf({ credentials }: Verdict): string {
  switch (credentials) {
    case "irsa":
      return "The command got credentials with its pod's token (IRSA), as";
    case "pod-identity":
      return "The command got credentials from the agent of EKS Pod Identity";
    case "refused":
      return "The command got no credentials with its pod's token (IRSA): STS refused it each time";
    case "none":
      return "The command did not send its pod's token to STS (IRSA)";
  }
}

function describeCaller({ principal, count }: Caller): string {
  const times = count === 1 ? "once" : `${count.toLocaleString("en")} times`;
  return `${principal ?? "nobody (unsigned, or with credentials that were refused)"}, ${times}`;
}
