import { on } from "node:events";
import { createInterface, emitKeypressEvents, type Key } from "node:readline";
import { keyName } from "./key-name.js";

/**
 * The viewer's keys as `keyName` calls them: single key presses at a terminal, lines from a pipe. Ends at `Ctrl-C`, `Ctrl-D` or the pipe's end.
 */
export async function* readKeys(): AsyncGenerator<string> {
  if (process.stdin.isTTY) yield* keyPresses(process.stdin);
  else yield* createInterface({ input: process.stdin });
}

async function* keyPresses(terminal: NodeJS.ReadStream): AsyncGenerator<string> {
  emitKeypressEvents(terminal);
  terminal.setRawMode(true);
  terminal.resume();
  try {
    for await (const [text, key] of on(terminal, "keypress") as AsyncIterable<[string | undefined, Key]>) {
      if (key.ctrl && (key.name === "c" || key.name === "d")) return;
      yield keyName(text, key);
    }
  } finally {
    terminal.setRawMode(false);
    terminal.pause();
  }
}
