import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { HAS_BROWSER, openBrowser } from "./open-browser.test-support.js";

test.runIf(HAS_BROWSER)("a page of test results lists what failed first, and opens each", async () => {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-results-"));
  for (const [name, outcome] of [
    ["good", "succeeded"],
    ["bad", "refused"],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "scenario.yaml"), `title: The ${name} one\nbase: basic\nexpect: { outcome: ${outcome} }\n`);
  }
  const file = join(folder, "index.html");
  const { code } = await irsaSim(["test", folder, "--seed", "7", "--start-at", "2026-03-01T12:00:00Z", "--html", file]);
  expect(code).toBe(1);
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await expect.poll(() => page.locator(".entry-title").allTextContents()).toEqual(["The bad one", "The good one"]);
  await expect.poll(() => page.locator(".entry-name").first().textContent()).toContain("outcome: expected refused, found succeeded");
  await page.getByRole("button", { name: "The good one" }).click();
  await page.locator("[data-scenario=good]").waitFor();
  const played = JSON.parse((await page.evaluate(() => globalThis.irsaSim.json())) ?? "{}") as { readonly seed: string; readonly startAt: number };
  expect(played).toMatchObject({ seed: "7", startAt: Date.UTC(2026, 2, 1, 12) });
  await browser.close();
  rmSync(folder, { recursive: true });
});
