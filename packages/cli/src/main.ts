#!/usr/bin/env node
import { createProgram } from "./program.js";
import { reportError } from "./report-error.js";

// A reader such as `head` may close the pipe early; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportError(error);
}
