import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const { name, version } = JSON.parse(readFileSync(`${ROOT}packages/cli/package.json`, "utf8")) as { readonly name: string; readonly version: string };

/** What `node scripts/pack.mjs` made. */
export const TARBALL = `${ROOT}dist/${name}-${version}.tgz`;
