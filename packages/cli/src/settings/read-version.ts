import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The version in the package's own manifest, which is found by its name, since the command is bundled in one place and compiled in another. */
export function readVersion(): string {
  const manifest = createRequire(import.meta.url).resolve("irsa-sim/package.json");
  return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string }).version;
}
