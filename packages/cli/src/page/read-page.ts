import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UsageError } from "../usage-error.js";

/**
 * The page as one HTML file. It lies beside the bundled command, and above the compiled one.
 *
 * @throws {UsageError} when it was not made
 */
export function readPage(): string {
  const path = find(dirname(fileURLToPath(import.meta.url)));
  if (path === null) throw new UsageError("the page was not made", { hint: "npx -y pnpm@12 build makes it" });
  return readFileSync(path, "utf8");
}

function find(folder: string): string | null {
  const candidate = join(folder, "page.html");
  if (existsSync(candidate)) return candidate;
  return dirname(folder) === folder ? null : find(dirname(folder));
}
