import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { controlTmux } from "./control-tmux.js";

const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url).pathname;
const CRASH = new URL("crash-on-usr2.mjs", import.meta.url).pathname;

/** A terminal with a shell in it, in which the command is run as a user does. */
export interface PseudoTerminal {
  /** Starts the command; `crashes` lets it throw at SIGUSR2. */
  readonly start: (args: string, options?: { readonly environment?: string; readonly crashes?: boolean }) => Promise<void>;
  /** Presses keys, by tmux's names: `Enter`, `NPage`, `C-c`, `x`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  /** Types a text. */
  readonly type: (text: string) => Promise<void>;
  /** What the screen shows now. */
  readonly screen: () => Promise<string>;
  /** Waits until the screen shows this, and answers with the screen. */
  readonly shows: (wanted: string | RegExp) => Promise<string>;
  readonly resize: (columns: number, rows: number) => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Waits until the shell is back, and tells with which code the command ended and in which state it left the terminal. */
  readonly end: () => Promise<TerminalAfter>;
  readonly close: () => Promise<void>;
}

/** What a program should leave behind as it found it. */
export interface TerminalAfter {
  readonly code: number;
  readonly isAlternateScreen: boolean;
  readonly isCursorVisible: boolean;
  readonly wraps: boolean;
  /** Lines come whole, and what is typed is shown. */
  readonly isCooked: boolean;
}

let opened = 0;

/** Opens a terminal of this size. Nothing in it waits for time: each look at the screen follows what was written on it. */
export async function openPseudoTerminal(columns: number, rows: number): Promise<PseudoTerminal> {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-terminal-"));
  const pidFile = join(folder, "pid");
  opened += 1;
  const tmux = controlTmux(`irsa-sim-${process.pid}-${opened}`, "env PS1='ready> ' sh", { columns, rows });
  await tmux.command("set-option", "-g", "window-size", "manual");
  await tmux.command("resize-window", "-x", String(columns), "-y", String(rows));

  const screen = async (): Promise<string> => (await tmux.command("capture-pane", "-p")).join("\n");
  const shows = async (wanted: string | RegExp): Promise<string> => {
    for (;;) {
      const seen = tmux.outputs();
      const found = await screen();
      if (typeof wanted === "string" ? found.includes(wanted) : wanted.test(found)) return found;
      await tmux.afterOutput(seen);
    }
  };
  const type = async (text: string): Promise<void> => void (await tmux.command("send-keys", "-l", text));
  const press = async (...keys: readonly string[]): Promise<void> => void (await tmux.command("send-keys", ...keys));
  await shows("ready>");
  return {
    async start(args, { environment = "", crashes = false } = {}) {
      const node = `node ${crashes ? `--import ${CRASH} ` : ""}${MAIN} ${args}`;
      await type(`${environment} sh -c 'echo $$ > ${pidFile}; exec ${node}'; echo code=$?=`);
      await press("Enter");
    },
    press,
    type,
    screen,
    shows,
    resize: async (wide, high) => void (await tmux.command("resize-window", "-x", String(wide), "-y", String(high))),
    kill: (signal) => void process.kill(Number(readFileSync(pidFile, "utf8")), signal),
    async end() {
      const code = /code=(\d+)=/.exec(await shows(/code=\d+=/))?.[1];
      const [flags = ""] = await tmux.command("display-message", "-p", "#{alternate_on} #{cursor_flag} #{wrap_flag}");
      await type("stty -a | tr ';' '\\n' | grep -w icanon; echo done=");
      await press("Enter");
      const modes = await shows(/\ndone=/);
      const [isAlternate, isVisible, wraps] = flags.split(" ").map((flag) => flag === "1");
      return {
        code: Number(code),
        isAlternateScreen: isAlternate === true,
        isCursorVisible: isVisible === true,
        wraps: wraps === true,
        isCooked: / icanon\b|^icanon\b/m.test(modes) && !/-icanon|-echo\b/.test(modes),
      };
    },
    async close() {
      await tmux.close();
      rmSync(folder, { recursive: true });
    },
  };
}
