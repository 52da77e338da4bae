import { type Command, CommanderError } from "commander";
import { EXIT } from "./exit-codes.js";

/** Runs a program with the arguments of this process, and leaves its exit code. */
export async function runProgram(program: Command): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no fault. A disk that is full is one of the environment's.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", ({ code, message }: NodeJS.ErrnoException) => {
      if (code === "EPIPE") process.exit();
      if (stream === process.stdout) process.stderr.write(`standard output cannot be written: ${message}\n`);
      process.exit(EXIT.usage);
    });
  }
  try {
    await program.parseAsync(process.argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? usageExitCode(error) : (await import("./report-error.js")).reportError(error);
  }
}

/** Commander has said what there is to say; asking for help is no error. */
function usageExitCode({ exitCode }: CommanderError): number {
  return exitCode === 0 ? EXIT.asExpected : EXIT.usage;
}
