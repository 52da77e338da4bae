import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";

/** Something at a path where the command looks for a file of its own. */
export interface HostileFile {
  readonly name: string;
  /** Puts it there. */
  readonly put: (path: string) => void;
}

/** Twenty ways in which a file is not what its reader wants; none is right for any reader. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  content(
    "bytes that are no text",
    Uint8Array.from({ length: 3000 }, (_, index) => (index * 151 + 128) % 256),
  ),
  content("text that is not UTF-8", Buffer.from("title: \xE4\xFF\n", "latin1")),
  content("UTF-16", Buffer.from("\uFEFFtitle: x\n", "utf16le")),
  content("a NUL", "title: a\u0000b\n"),
  content("escape sequences", "\u001B[2J\u001B]0;owned\u0007: \u009B31m\n"),
  content("workflow commands", "x\n::error file=x,line=1::smuggled\n##[group]x\n"),
  content("marks that turn the text", "\u202Eevil\u2066: \u2028\u2029\n"),
  content("a truncated flow", '{"title": "x", "a": ['),
  content("an open quotation", 'title: "never closed\n'),
  content("depth", "[".repeat(10_000)),
  content("depth that is closed", `${"[".repeat(3000)}${"]".repeat(3000)}`),
  content("aliases that multiply", aliasBomb()),
  content("a key twice", "title: a\ntitle: b\n"),
  content("a tag that runs code", "title: !!js/function 'function () {}'\n"),
  content("a size above the limit", " ".repeat(4 * 1024 * 1024 + 1)),
  { name: "a folder", put: (path) => mkdirSync(path) },
  { name: "a FIFO", put: (path) => execFileSync("bash", ["-c", `mkfifo "$0"`, path]) },
  { name: "a link to itself", put: (path) => symlinkSync(path, path) },
  { name: "a link to a device without an end", put: (path) => symlinkSync("/dev/zero", path) },
  { name: "a link to memory", put: (path) => symlinkSync("/proc/self/mem", path) },
];

function content(name: string, bytes: string | Uint8Array): HostileFile {
  return {
    name,
    put: (path) => {
      rmSync(path, { force: true });
      writeFileSync(path, bytes);
    },
  };
}

/** Nine levels of nine: 387 million leaves, were they spelled out. */
function aliasBomb(): string {
  const level = (index: number) => `l${index}: &l${index} [${Array.from({ length: 9 }, () => `*l${index - 1}`).join(", ")}]`;
  return ["l0: &l0 [x, x, x, x, x, x, x, x, x]", ...Array.from({ length: 8 }, (_, index) => level(index + 1))].join("\n");
}
