#!/usr/bin/env node
import { CommanderError } from "commander";
import { EXIT } from "./exit-codes.js";
import { createProgram } from "./program.js";

// A reader such as `head` may close the pipe early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usageExitCode(error) : (await import("./report-error.js")).reportError(error);
}

/** Commander has said what there is to say; asking for help is no error. */
function usageExitCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? EXIT.asExpected : EXIT.usage;
}
