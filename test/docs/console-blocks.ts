/** A command of a `console` block, and what the page says that it prints. */
export interface QuotedCommand {
  readonly command: string;
  /** Empty when nothing is quoted. */
  readonly quoted: readonly string[];
}

/** The commands of a page's `console` blocks: lines that begin with `$ `, each with the lines below it. */
export function consoleBlocks(page: string): readonly QuotedCommand[] {
  const blocks = [...page.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => block.trimEnd().split("\n"));
  return blocks.flatMap((lines) => {
    const commands: { command: string; quoted: string[] }[] = [];
    for (const line of lines) {
      if (line.startsWith("$ ")) commands.push({ command: line.slice(2), quoted: [] });
      else commands.at(-1)?.quoted.push(line);
    }
    return commands;
  });
}
