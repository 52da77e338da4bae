import type { ReadStream, WriteStream } from "node:tty";
import { decodeKeys } from "./decode-keys.js";
import { paintFrame } from "./paint-frame.js";
import { restoreOnExit } from "./restore-on-exit.js";
import type { TerminalSize } from "./terminal-size.js";

/** The other screen, no cursor, and no wrapping of a row that a terminal thinks is too wide; and back. */
const ENTER = "\u001B[?1049h\u001B[?25l\u001B[?7l";
const LEAVE = "\u001B[?7h\u001B[?25h\u001B[?1049l";

/** A key that was pressed, or another size. */
export type TerminalEvent = { readonly kind: "key"; readonly key: string } | { readonly kind: "resize" } | { readonly kind: "end" };

/** A terminal whose whole screen is ours. */
export interface Terminal {
  readonly size: () => TerminalSize;
  /** Shows these rows and nothing else. */
  readonly paint: (rows: readonly string[]) => void;
  /** Whether something has happened that nobody has asked for yet. */
  readonly isBehind: () => boolean;
  /** What happens next; `end` when nobody is there any more. */
  readonly nextEvent: () => Promise<TerminalEvent>;
  /** Gives the terminal back for as long as `work` takes, to an editor for example. */
  readonly lend: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Gives the terminal back as it was; a second time does nothing. */
  readonly close: () => void;
}

/** Takes the whole screen. However the process ends, the terminal is then as it was before. */
export function openTerminal(input: ReadStream, output: WriteStream): Terminal {
  const events: TerminalEvent[] = [];
  let wake = (): void => {};
  let shown: readonly string[] | null = null;
  let isOurs = false;
  let rest = "";
  const push = (event: TerminalEvent): void => {
    events.push(event);
    wake();
  };
  const onData = (text: string): void => {
    const decoded = decodeKeys(rest + text);
    rest = decoded.rest;
    for (const key of decoded.keys) push({ kind: "key", key });
  };
  const onResize = (): void => {
    shown = null;
    push({ kind: "resize" });
  };
  const onEnd = (): void => push({ kind: "end" });
  const enter = (): void => {
    isOurs = true;
    shown = null;
    input.setRawMode(true);
    input.setEncoding("utf8").on("data", onData).on("end", onEnd).on("error", onEnd).resume();
    output.on("resize", onResize).write(ENTER);
  };
  const leave = (): void => {
    if (!isOurs) return;
    isOurs = false;
    output.off("resize", onResize).write(LEAVE);
    input.setRawMode(false);
    input.off("data", onData).off("end", onEnd).off("error", onEnd).pause();
  };
  let stopRestoring = restoreOnExit(leave);
  enter();
  const size = (): TerminalSize => ({ columns: output.columns, rows: output.rows });
  return {
    size,
    paint(rows) {
      output.write(paintFrame(shown, rows, size()));
      shown = rows;
    },
    isBehind: () => events.length > 0,
    async nextEvent() {
      while (events.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return events.shift() as TerminalEvent;
    },
    async lend(work) {
      leave();
      stopRestoring();
      // Ctrl-C is then meant for whoever has the terminal, and reaches this process too.
      process.on("SIGINT", stayAlive);
      try {
        return await work();
      } finally {
        process.off("SIGINT", stayAlive);
        stopRestoring = restoreOnExit(leave);
        enter();
      }
    },
    close() {
      leave();
      stopRestoring();
    },
  };
}

function stayAlive(): void {}
