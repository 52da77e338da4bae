const ASSIGNMENT = /^\s*(?:export\s+|declare -x\s+)?([A-Za-z_][\w.-]*)=(.*)$/;

/**
 * Reads variables as `env`, `export -p` and files for `docker run --env-file` write them; a line that is none goes on with the value before, as `env` writes values of several lines.
 *
 * @returns `null` for a text without any variable
 */
export function parseEnvFile(text: string): Readonly<Record<string, string>> | null {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(#.*)?$/.test(line));
  const found: (readonly [name: string, value: string])[] = [];
  for (const line of lines) {
    const [, name, value = ""] = ASSIGNMENT.exec(line) ?? [];
    const last = found.at(-1);
    if (name !== undefined) found.push([name, unquoted(value)]);
    else if (last === undefined) return null;
    else found[found.length - 1] = [last[0], `${last[1]}\n${line}`];
  }
  return Object.fromEntries(found);
}

function unquoted(value: string): string {
  const [, double] = /^"((?:[^"\\]|\\.)*)"$/.exec(value) ?? [];
  if (double !== undefined) return double.replaceAll(/\\(.)/g, "$1");
  return /^'([^']*)'$/.exec(value)?.[1] ?? value;
}
