import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_BROWSER, openBrowser, openPage, showScenario } from "./open-browser.test-support.js";

const TABS = ["Why", "Message", "Checks", "Token", "Policy", "Pod", "Volume", "Chain"];

describe.runIf(HAS_BROWSER)("the screen", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    { name: "light, wide", colorScheme: "light", viewport: { width: 1440, height: 900 } },
    { name: "dark, wide", colorScheme: "dark", viewport: { width: 1440, height: 900 } },
    { name: "light, projector", colorScheme: "light", viewport: { width: 1280, height: 720 } },
    { name: "light, phone", colorScheme: "light", viewport: { width: 390, height: 844 } },
    { name: "dark, phone", colorScheme: "dark", viewport: { width: 390, height: 844 } },
  ] as const)(
    "axe finds nothing: $name",
    async ({ colorScheme, viewport }) => {
      const { page, complaints } = await openPage(browser, "trust-sub-mismatch", { colorScheme, viewport });
      for (const tab of TABS) {
        await page.getByRole("tab", { name: tab, exact: true }).click();
        expect([tab, await violations(page)]).toEqual([tab, []]);
      }
      for (const [key, what] of [
        ["c", "catalogue"],
        ["d", "compare"],
        ["b", "break"],
        ["s", "share"],
        ["?", "help"],
      ] as const) {
        await page.locator(".panel").focus();
        await page.keyboard.press(key);
        await page.getByRole("dialog").waitFor();
        expect([what, await violations(page)]).toEqual([what, []]);
        await page.keyboard.press("Escape");
        await page.getByRole("dialog").waitFor({ state: "hidden" });
      }
      await page.locator(".panel").focus();
      await page.keyboard.press("e");
      expect(["files", await violations(page)]).toEqual(["files", []]);
      await showScenario(page, "basic");
      await page.getByRole("button", { name: "Lesson" }).click();
      expect(["lesson", await violations(page)]).toEqual(["lesson", []]);
      expect(complaints).toEqual([]);
      await page.context().close();
    },
    180_000,
  );

  test.each([
    { name: "wide", viewport: { width: 1440, height: 900 } },
    { name: "projector", viewport: { width: 1280, height: 720 } },
    { name: "phone", viewport: { width: 390, height: 844 } },
  ])("nothing sticks out sideways: $name", async ({ viewport }) => {
    const { page } = await openPage(browser, "trust-sub-mismatch", { viewport });
    const { scrolled, shown } = await page.evaluate(() => ({ scrolled: document.documentElement.scrollWidth, shown: document.documentElement.clientWidth }));
    expect(scrolled).toBe(shown);
    await page.context().close();
  });
});

/** What axe says against WCAG 2.2 A and AA, in short. */
async function violations(page: Page): Promise<readonly string[]> {
  // By the debugger, which the page's policy does not bind; the page itself could not load it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const results = await (globalThis as unknown as { readonly axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`);
  });
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
