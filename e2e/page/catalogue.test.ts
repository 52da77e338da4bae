import { createHash } from "node:crypto";
import { epochMillis } from "@irsa-sim/core";
import { toJson } from "@irsa-sim/trace-views";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createScenarioFilesOnDisk } from "../../packages/cli/src/files/scenario-files-on-disk.js";
import { loadCells, runWithFix } from "../../packages/scenario-runner/src/index.js";
import { WELL_KNOWN_KEYS } from "../../packages/simulation/src/index.js";
import { HAS_BROWSER, openBrowser, openPage, showScenario, type WatchedPage } from "./open-browser.test-support.js";

const files = createScenarioFilesOnDisk();
const CELLS = files.catalogue().flatMap((name) => loadCells(files, files.find(name)));

describe.runIf(HAS_BROWSER)("the page plays the whole catalogue", () => {
  let browser: Browser;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await openBrowser();
    watched = await openPage(browser, "basic");
  });
  afterAll(() => browser.close());

  test.each(CELLS)("$name: to its end, with the bytes of Node", async (scenario) => {
    const report = await runWithFix(scenario, { seed: "1", startAt: epochMillis(Date.UTC(2026, 0, 5, 9)), keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
    const { page, complaints } = watched;
    await showScenario(page, scenario.name);
    const text = await page.evaluate(() => irsaSim.json());
    expect(digest(text ?? "")).toBe(digest([...toJson(report, { showTokens: true })].join("")));
    await page.keyboard.press("End");
    const [place, count] = ((await page.locator(".diagram-slider output").textContent()) ?? "").split(" / ");
    expect(Number(place)).toBeGreaterThan(0);
    expect(place).toBe(count);
    expect(complaints).toEqual([]);
  });
});

/** Whole traces are too long for a message. */
function digest(text: string): string {
  return `${text.length} characters, ${createHash("sha256").update(text).digest("hex")}`;
}
