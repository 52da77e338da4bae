import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim-tests");

/** The releases of Node that the package is for. */
export const NODE_RELEASES = [20, 22, 24, 26] as const;

/**
 * Path of a release's program: the one that runs this, or one from the npm registry, which is kept for the next time.
 *
 * @returns `null` where the registry has none for this machine, or cannot be reached
 */
export function nodeOf(release: number): string | null {
  if (Number(process.versions.node.split(".")[0]) === release) return process.execPath;
  const name = `node-${process.platform}-${process.arch}`;
  const folder = join(CACHE, `node-${release}`);
  const program = join(folder, "node_modules", name, "bin/node");
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync("npm", ["install", "--prefix", folder, "--no-audit", "--no-fund", "--silent", `${name}@${release}`], { stdio: "ignore" });
    } catch (error) {
      console.log(`not on Node ${release}: ${name}@${release} cannot be had (${(error as Error).message.split("\n")[0]})`);
      return null;
    }
  }
  return program;
}
