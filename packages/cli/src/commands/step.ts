import { openState, openTerminal, runStepper } from "@irsa-sim/stepper";
import { EXIT } from "../exit-codes.js";
import { createStage } from "../stepping/create-stage.js";
import { hasTerminal } from "../terminal/has-terminal.js";
import { createStepperPalette } from "../terminal/stepper-palette.js";
import { UsageError } from "../usage-error.js";
import { howTyped } from "./how-typed.js";
import type { RunFlags } from "./run-flags.js";

/**
 * `irsa-sim step`: a run in the full screen of a terminal, message by message, forward and back.
 *
 * @returns 0 when the run that was shown last came out as its scenario expects, or was changed by the viewer; else 1
 * @throws {UsageError} without a terminal
 */
export async function step(name: string, flags: RunFlags): Promise<number> {
  if (!hasTerminal()) {
    const { command } = howTyped(name, name);
    throw new UsageError("step needs a terminal for keys and for the screen", {
      hint: `${command} run ${name} shows all steps, and with --step 7 --verbose one of them in full; ${command} lesson TAG takes answers from a pipe`,
    });
  }
  const stage = createStage(name, flags);
  const played = await stage.open();
  const terminal = openTerminal(process.stdin, process.stdout);
  try {
    const { state } = await runStepper(openState(played), {
      terminal,
      stage,
      palette: createStepperPalette(flags.color),
      showTokens: flags.showTokens ?? false,
    });
    const { changes, story } = state.played;
    return changes.length > 0 || story.report.outcome === "as-expected" ? EXIT.asExpected : EXIT.unexpected;
  } finally {
    terminal.close();
  }
}
