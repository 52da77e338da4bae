import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A tmux server of a test's own, in control mode: commands go in as lines, answers and notices come out as lines. */
export interface ControlledTmux {
  /** Does a tmux command and answers with the lines that it printed. */
  readonly command: (...words: readonly string[]) => Promise<readonly string[]>;
  /** How often a program has written something by now. */
  readonly outputs: () => number;
  /** Waits until a program has written something more than `outputs` said. */
  readonly afterOutput: (outputs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

interface Asked {
  readonly resolve: (lines: readonly string[]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts tmux with one window in which a shell runs. */
export function controlTmux(socket: string, shell: string, size: { readonly columns: number; readonly rows: number }): ControlledTmux {
  const tmux = spawn("tmux", ["-L", socket, "-f", "/dev/null", "-C", "new-session", "-x", String(size.columns), "-y", String(size.rows), shell]);
  const asked: Asked[] = [];
  const waiting: (() => void)[] = [];
  let outputs = 0;
  let isOver = false;
  let began = (): void => {};
  /** What is asked before there is a session finds none, and a server without one ends. */
  const session = new Promise<void>((resolve) => {
    began = resolve;
  });
  let answer: { readonly isOurs: boolean; readonly lines: string[] } | null = null;

  const onLine = (line: string): void => {
    const [word, , , flags] = line.split(" ");
    if (answer === null && word === "%begin") answer = { isOurs: flags === "1", lines: [] };
    else if (answer !== null && (word === "%end" || word === "%error")) {
      const { isOurs, lines } = answer;
      answer = null;
      if (isOurs) settle(asked.shift(), word, lines);
    } else if (answer !== null) answer.lines.push(line);
    else if (word === "%session-changed") began();
    else if (word === "%output") {
      outputs += 1;
      for (const wake of waiting.splice(0)) wake();
    }
  };
  createInterface({ input: tmux.stdout }).on("line", onLine);
  tmux.on("exit", (code) => {
    isOver = true;
    began();
    for (const { reject } of asked.splice(0)) reject(new Error(`tmux ended with ${code}`));
  });

  return {
    async command(...words) {
      await session;
      if (isOver) throw new Error("tmux has ended");
      return new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        tmux.stdin.write(`${words.map(quoted).join(" ")}\n`);
      });
    },
    outputs: () => outputs,
    async afterOutput(seen) {
      if (outputs === seen) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    close: () => closed(tmux),
  };
}

function settle(asked: Asked | undefined, word: string, lines: readonly string[]): void {
  if (word === "%end") asked?.resolve(lines);
  else asked?.reject(new Error(lines.join("\n")));
}

/** As tmux reads a word; in single quotes nothing has a meaning. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

function closed(tmux: ChildProcessWithoutNullStreams): Promise<void> {
  return new Promise((resolve) => {
    if (tmux.exitCode !== null) return resolve();
    tmux.on("exit", () => resolve());
    tmux.stdin.write("kill-server\n");
  });
}
