/** Kubernetes' own programs and etcd, as `install.sh` has put them into a cache outside the checkout. */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where the programs are and of which versions, or why they are not there. */
export type InstalledPrograms = { readonly folder: string; readonly version: string } | { readonly problem: string };

/**
 * Looks for the programs; builds nothing.
 *
 * @example
 * const installed = installedPrograms();
 * if ("problem" in installed) console.log(`skipped: no control plane (${installed.problem})`);
 */
export function installedPrograms(): InstalledPrograms {
  const { IRSA_SIM_CONTROL_PLANE, XDG_CACHE_HOME = join(homedir(), ".cache") } = process.env;
  const cache = IRSA_SIM_CONTROL_PLANE ?? join(XDG_CACHE_HOME, "irsa-sim/control-plane");
  const written = (name: string): string => readFileSync(join(cache, name), "utf8").trim();
  if (existsSync(join(cache, "stamp"))) return { folder: join(cache, "programs"), version: written("version") };
  return { problem: existsSync(join(cache, "skipped")) ? written("skipped") : "e2e/control-plane/install.sh has not been run" };
}
