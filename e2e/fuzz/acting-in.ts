import { ACTING } from "../../packages/trace-views/src/text/hostile-text.test-support.js";

/** The only workflow command that is ours; what an input smuggles in has no title of this form. */
const OURS = /^::error file=[^,:]*,line=\d+,col=\d+,title=irsa-sim%3A [^,:]*::/;

/** What in these outputs acts on a terminal or a CI system, and is not the command's own. */
export function actingIn(outputs: Readonly<Record<string, string>>): string[] {
  return Object.entries(outputs).flatMap(([name, text]) => {
    const lines = text.split("\n");
    const acting = lines.find((line) => ACTING.test(line));
    const smuggled = lines.find((line) => /^\s*(::|##\[|##vso)/.test(line) && !OURS.test(line));
    return [
      ...(acting === undefined ? [] : [`${name} acts: ${JSON.stringify(acting.slice(0, 200))}`]),
      ...(smuggled === undefined ? [] : [`${name} commands: ${JSON.stringify(smuggled.slice(0, 200))}`]),
    ];
  });
}
