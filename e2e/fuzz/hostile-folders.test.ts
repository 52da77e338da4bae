import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { actingIn } from "./acting-in.js";
import { playCases } from "./play-cases.js";

/** Twice what is wanted on an idle machine: the other core plays other tests meanwhile. */
const MAX_CPU_MS = 4000;
const MAX_RSS_BYTES = 300 * 1024 * 1024;
const HOSTILE = new URL("../../../shared/hostile", import.meta.url).pathname;
/** Not held yet: the first three take longer to load than the limit beside other tests, the last plays 15,000 applies. A line goes when its folder is held. */
const TOO_SLOW = ["slow/patch20k-new", "slow/patch20k-nowhere", "slow/pods20k", "slow/sas15k"];
const isThere = existsSync(HOSTILE);
if (!isThere) console.log("skipped: ../shared/hostile is not there");
else console.log(`not held, for they take too long: ${TOO_SLOW.join(", ")}`);

const root = mkdtempSync(join(tmpdir(), "irsa-sim-"));
afterAll(() => rmSync(root, { recursive: true }));

describe.skipIf(!isThere)("small inputs that hurt", () => {
  test.each(isThere ? foldersIn(HOSTILE).filter((folder) => !TOO_SLOW.includes(folder)) : [])(
    "%s: a code of our own, in time, and nothing acts",
    { timeout: 5 * 60_000 },
    async (folder) => {
      const [played] = await playCases([{ seed: 0, args: ["test", join(HOSTILE, folder)], cwd: root }], { cache: join(root, "cache") });
      const { code = null, stdout = "", stderr = "", cpuMs = 0, maxRssBytes = 0 } = played ?? {};
      expect(actingIn({ stdout, stderr })).toEqual([]);
      expect([0, 1, 2, 3], stderr.slice(0, 500)).toContain(code);
      expect(code === 0 || `${stdout}${stderr}`.includes(`${folder}/`), stdout).toBe(true);
      expect(cpuMs).toBeLessThan(MAX_CPU_MS);
      expect(maxRssBytes).toBeLessThan(MAX_RSS_BYTES);
    },
  );
});

/** Paths of the scenarios below it. */
function foldersIn(root: string): readonly string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith("/scenario.yaml")).map((file) => file.slice(0, -"/scenario.yaml".length));
}
