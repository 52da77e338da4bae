import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** Of a shell, where the user has named no editor. */
const DEFAULT_EDITOR = "vi";

/**
 * Lets the user edit a text in `$VISUAL` or `$EDITOR`, in a file that is gone afterwards.
 *
 * @param path how the file is called, so that the editor knows its kind
 * @returns the text as it was left, or in one line why there is none
 */
export async function editText(text: string, path: string): Promise<{ readonly text: string } | { readonly problem: string }> {
  const editor = process.env.VISUAL || process.env.EDITOR || DEFAULT_EDITOR;
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  const file = join(folder, basename(path));
  try {
    writeFileSync(file, text);
    const problem = await runEditor(editor, file);
    return problem === null ? { text: readFileSync(file, "utf8") } : { problem };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As git does: `$EDITOR` may have options, so a shell takes it apart; the file is an argument of its own. */
function runEditor(editor: string, file: string): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", `${editor} "$@"`, editor, file], { stdio: "inherit" });
    child.on("error", (error) => resolve(`the editor cannot be started: ${error.message}`));
    child.on("exit", (code, signal) => resolve(code === 0 ? null : `${editor} ended with ${code ?? signal}; nothing was changed`));
  });
}
