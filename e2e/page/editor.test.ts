import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readText, replaceText } from "./edit-text.test-support.js";
import { HAS_BROWSER, openBrowser, openPage } from "./open-browser.test-support.js";

// Each letter that is typed plays the scenario.
const TYPING_MS = 180_000;

describe.runIf(HAS_BROWSER)("the editors know what they edit", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    { file: "pod.yaml", behind: "spec:", typed: "\n  ini", offered: "initContainers", wrong: ["containers:", "containrs:"] },
    { file: "trust-policy.json", behind: "[", typed: '\n{ "Not', offered: "NotPrincipal", wrong: ['"Effect"', '"Efect"'] },
  ])(
    "$file is completed, and its faults are marked in place",
    async ({ file, behind, typed, offered, wrong: [right = "", wrong = ""] }) => {
      const { page, complaints } = await openPage(browser, "basic");
      await page.keyboard.press("e");
      await page.getByRole("button", { name: file }).click();
      const editor = page.getByRole("textbox", { name: `scenarios/basic/${file}` });
      const text = await readText(page);
      await editor.locator(".cm-line").filter({ hasText: behind }).first().click();
      await page.keyboard.press("End");
      await page.keyboard.type(typed);
      await page.locator(".cm-tooltip-autocomplete").getByText(offered).first().waitFor();
      await page.keyboard.press("Escape");
      await replaceText(page, text.replace(right, wrong));
      await page.getByRole("alert").waitFor();
      await expect.poll(() => page.getByRole("alert").textContent()).toContain(`scenarios/basic/${file}:`);
      await page.locator(".cm-lintRange-error").first().waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    TYPING_MS,
  );

  test("the pointer over a name tells what it is for", async () => {
    const { page } = await openPage(browser, "basic");
    await page.keyboard.press("e");
    await page.getByRole("button", { name: "pod.yaml" }).click();
    await page
      .locator(".cm-line span")
      .filter({ hasText: /^serviceAccountName$/ })
      .hover();
    await page.locator(".cm-description").waitFor();
    await expect.poll(() => page.locator(".cm-description").textContent()).toContain("Whose token the pod gets");
    await page.context().close();
  });
});
