/** The workshop's sheets tell no answer too early, and an exercise fails until it is repaired. */
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { irsaSim } from "../../e2e/irsa-sim.test-support.js";

/** Seventeen plays in one process; a machine with other work takes its time. */
const PATIENCE_MS = 180_000;
const FOLDER = new URL("../../docs/workshop/", import.meta.url).pathname;
const names = readdirSync(join(FOLDER, "repairs"));
const sheets = readdirSync(FOLDER)
  .filter((file) => /^\d-.*\.md$/.test(file))
  .map((name) => {
    const page = readFileSync(join(FOLDER, name), "utf8");
    const repair = page.indexOf("## Repair");
    return {
      name,
      asked: page.slice(0, repair),
      told: page.slice(repair),
      answers: readFileSync(join(FOLDER, "answers", name.replace(".md", ".txt")), "utf8"),
    };
  });

test("every exercise stands on exactly one sheet", () => {
  const inside = sheets.flatMap(({ told }) => names.filter((name) => told.includes(`| \`${name}\` |`)));
  expect(inside.sort()).toEqual(names);
  expect(names.length).toBeGreaterThan(10);
});

test.each(sheets)("$name tells no name and no cause before the prediction, and has an answer for each exercise", ({ asked, told, answers }) => {
  const inside = names.filter((name) => told.includes(`| \`${name}\` |`));
  const lines = answers.trimEnd().split("\n");
  const causes = lines.map((line) => line.split(" ")[1] ?? "");
  expect([...inside, ...causes].filter((name) => asked.includes(name))).toEqual([]);
  expect(lines.filter((line) => !/^(\d|none) [a-z0-9-]+$/.test(line))).toEqual([]);
  expect(lines).toHaveLength(inside.length);
});

test("without its patch no repair holds: what a participant begins with passes for none", { timeout: PATIENCE_MS }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "irsa-sim-workshop-"));
  for (const name of names) {
    const { patch: _, ...unrepaired } = parse(readFileSync(join(FOLDER, "repairs", name, "scenario.yaml"), "utf8")) as Record<string, unknown>;
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "scenario.yaml"), stringify(unrepaired));
  }
  const { code, stdout } = await irsaSim(["test", folder, "--json"], { env: { XDG_CACHE_HOME: folder } });
  await rm(folder, { recursive: true });
  const { passed, failed } = JSON.parse(stdout) as { readonly passed: number; readonly failed: number };
  expect({ code, passed, failed }).toEqual({ code: 1, passed: 0, failed: names.length });
});
