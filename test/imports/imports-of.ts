const COMMENTS = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;
/** `import … from`, `export … from`, for its effect, in place; the formatter writes a statement at the beginning of a line and double quotes. */
const IMPORTS = /^(?:import|export)\s(?:[^"';]*?\sfrom\s)?"([^"]+)"|\bimport\("([^"]+)"\)/gm;

/** What a source imports or passes on, types included. */
export function importsOf(source: string): readonly string[] {
  return [...source.replaceAll(COMMENTS, "").matchAll(IMPORTS)].map(([, statement, inPlace]) => statement ?? inPlace ?? "");
}
