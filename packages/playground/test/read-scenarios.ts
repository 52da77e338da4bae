import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = new URL("../../../", import.meta.url).pathname;

/** The texts of scenarios that ship, by path, as the build packs them. */
export function readScenarios(names: readonly string[]): ReadonlyMap<string, string> {
  const paths = names.flatMap((name) =>
    readdirSync(join(ROOT, "scenarios", name), { recursive: true, encoding: "utf8" }).map((path) => `scenarios/${name}/${path}`),
  );
  return new Map(paths.filter((path) => statSync(join(ROOT, path)).isFile()).map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
}
