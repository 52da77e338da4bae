// Makes what is published: dist/irsa-sim-VERSION.tgz, from what `pnpm build` made. The command, the library with its types, the page and the scenarios are in it,
// and no dependency is left. The last line says its size; the folder it was packed from stays in dist/package. Does nothing when nothing has changed since the last time.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { bundleTypes } from "./release/bundle-types.mjs";
import { createSbom } from "./release/create-sbom.mjs";
import { publishedManifest } from "./release/published-manifest.mjs";
import { readThirdParties } from "./release/read-third-parties.mjs";
import { writeLicences } from "./release/write-licences.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUNDLE = join(ROOT, "packages/cli/dist");
const PACKAGE = join(ROOT, "dist/package");

const manifest = publishedManifest(readJson("packages/cli/package.json"), readJson("package.json"));
const tarball = join(ROOT, `dist/${manifest.name}-${manifest.version}.tgz`);
if (isCurrent()) process.exit();

const parties = readThirdParties(ROOT);
const lock = parse(readFileSync(join(ROOT, "pnpm-lock.yaml"), "utf8"));

rmSync(PACKAGE, { recursive: true, force: true });
mkdirSync(join(PACKAGE, "dist"), { recursive: true });
for (const file of readdirSync(BUNDLE).filter(isPublished)) cpSync(join(BUNDLE, file), join(PACKAGE, "dist", file));
writeFileSync(join(PACKAGE, "dist/index.d.ts"), await bundleTypes(join(BUNDLE, "tsc/index.d.ts")));
cpSync(join(ROOT, "scenarios"), join(PACKAGE, "scenarios"), { recursive: true });
cpSync(join(ROOT, "packages/cli/README.md"), join(PACKAGE, "README.md"));
cpSync(join(ROOT, "LICENSE"), join(PACKAGE, "LICENSE"));
writeFileSync(join(PACKAGE, "THIRD-PARTY-LICENCES.txt"), writeLicences(parties));
writeFileSync(join(PACKAGE, "sbom.cdx.json"), `${JSON.stringify(createSbom({ manifest, parties, lock }), null, 2)}\n`);
writeFileSync(join(PACKAGE, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);

const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(
  execFileSync("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", ".."], { cwd: PACKAGE, encoding: "utf8" }),
);
console.log(`dist/${filename}: ${mib(size)} MiB, ${mib(unpackedSize)} MiB in ${entryCount} files once installed, ${parties.length} works of others in it`);

function isCurrent() {
  const written = [
    "packages/cli/package.json",
    "packages/cli/README.md",
    "package.json",
    "LICENSE",
    "pnpm-lock.yaml",
    "scripts/pack.mjs",
    "packages/playground/dist/packages.json",
  ];
  const files = [
    ...written.map((path) => join(ROOT, path)),
    ...readdirSync(BUNDLE).map((file) => join(BUNDLE, file)),
    ...["scenarios", "scripts/release"].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true }).map((path) => join(ROOT, folder, path))),
  ];
  return existsSync(tarball) && statSync(tarball).mtimeMs > Math.max(...files.map((path) => statSync(path).mtimeMs));
}

/** The bundle and what it reads, but not the compiler's output nor notes of the build. */
function isPublished(file) {
  return statSync(join(BUNDLE, file)).isFile() && !file.startsWith(".") && file !== "packages.json";
}

function readJson(path) {
  return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
}

function mib(bytes) {
  return (bytes / 2 ** 20).toFixed(1);
}
