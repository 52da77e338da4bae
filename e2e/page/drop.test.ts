import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_BROWSER, openBrowser, openPage } from "./open-browser.test-support.js";

describe.runIf(HAS_BROWSER)("a folder is dropped on the page", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-drop-"));
    mkdirSync(join(folder, "mine/parts"), { recursive: true });
    writeFileSync(
      join(folder, "mine/scenario.yaml"),
      "title: My own\nbase: basic\npatch:\n  aws.roles[my-pod-role].trustPolicy: parts/trust.json\nexpect: { outcome: refused }\n",
    );
    writeFileSync(join(folder, "mine/parts/trust.json"), '{ "Version": "2012-10-17", "Statement": [] }\n');
    mkdirSync(join(folder, "empty"));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test("its scenario is played, with the files of the folders in it", async () => {
    const { page, complaints } = await openPage(browser, "basic");
    await drop(page, join(folder, "mine"));
    await page.locator(".screen[data-scenario=mine]").waitFor();
    await expect.poll(() => page.locator(".failure-code").textContent()).toBe("400 MalformedPolicyDocument");
    await page.keyboard.press("e");
    await expect.poll(() => page.locator(".files-item").first().textContent()).toContain("scenario.yaml");
    await expect.poll(() => page.getByRole("button", { name: "parts/trust.json" }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("one without a scenario changes nothing", async () => {
    const { page, complaints } = await openPage(browser, "basic");
    await drop(page, join(folder, "empty"));
    await expect.poll(() => page.locator(".screen[data-scenario=basic]").count()).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

/** As the window system does it: the browser itself reads the folder. */
async function drop(page: import("playwright-core").Page, path: string): Promise<void> {
  const debuggerOf = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await debuggerOf.send("Input.dispatchDragEvent", { type, x: 400, y: 400, data });
}
