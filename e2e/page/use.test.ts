import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { readText, replaceText } from "./edit-text.test-support.js";
import { HAS_BROWSER, openBrowser, openPage, type WatchedPage } from "./open-browser.test-support.js";

describe.runIf(HAS_BROWSER)("a person uses the page", () => {
  let browser: Browser;
  let watched: WatchedPage;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(watched.complaints).toEqual([]);
    await watched.page.context().close();
  });

  const open = async (name: string): Promise<Page> => {
    watched = await openPage(browser, name);
    return watched.page;
  };

  test("an edit breaks the trust policy, and another repairs it; which step breaks is seen at once", async () => {
    const page = await open("basic");
    await page.keyboard.press("e");
    await page.getByRole("button", { name: "trust-policy.json" }).click();
    await page.getByRole("textbox", { name: "scenarios/basic/trust-policy.json" }).waitFor();
    const right = await readText(page);
    await replaceText(page, right.replace("system:serviceaccount:default", "system:serviceaccount:prod"));
    await stepWith(page, 7, "refused").waitFor();
    await expect.poll(() => page.locator(".compared mark").allTextContents()).toEqual(["prod", "default"]);
    await expect.poll(() => page.locator(".compared-from").first().textContent()).toBe("basic/trust-policy.json:13");
    await replaceText(page, right);
    await stepWith(page, 7, "passed").waitFor();
    await expect.poll(() => page.locator(".failure").count()).toBe(0);
  });

  test("a fault in a file is told at its place, and the last run stays", async () => {
    const page = await open("basic");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "scenarios/basic/scenario.yaml" }).waitFor();
    await replaceText(page, (await readText(page)).replace("region: eu-west-1", "regoin: eu-west-1"));
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.getByRole("alert").textContent()).toContain("scenarios/basic/scenario.yaml:11");
    await expect.poll(() => page.locator(".cm-lintRange-error").count()).toBeGreaterThan(0);
    await expect.poll(() => page.locator(".step[data-outcome=passed]").count()).toBe(10);
  });

  test("the schema completes what is typed in a scenario", async () => {
    const page = await open("basic");
    await page.keyboard.press("e");
    await page.getByRole("textbox", { name: "scenarios/basic/scenario.yaml" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("repl");
    await page.locator(".cm-tooltip-autocomplete").getByText("replicas").waitFor();
  });

  test("time is scrubbed through a day: token and credentials change with it", async () => {
    const page = await open("rotation");
    await expect.poll(() => page.locator(".life").count()).toBeGreaterThan(20);
    await page.getByRole("tab", { name: "Token", exact: true }).click();
    const time = page.getByRole("slider", { name: "Time" });
    await time.focus();
    await page.keyboard.press("End");
    const late = await page.locator(".claims").textContent();
    await expect.poll(() => page.locator(".time-now").textContent()).toContain("Tue");
    await page.keyboard.press("Home");
    await expect.poll(() => page.locator(".time-now").textContent()).toContain("Mon 09:00:00");
    await expect.poll(() => page.locator(".panel").textContent()).not.toBe(late);
  });

  test("a lesson gives nothing away before the prediction, and judges it", async () => {
    const page = await open("trust-sub-mismatch");
    await page.getByRole("button", { name: "Lesson" }).click();
    await page.getByRole("button", { name: "Hint 1 of 1" }).click();
    expect(await page.locator(".screen").textContent()).not.toMatch(/names another namespace$|not reached|AccessDenied|checks passed/);
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => page.locator(".diagram").count()).toBe(0);
    await page.getByLabel("It breaks in").selectOption("7");
    await page.getByLabel("because").selectOption("trust-sub-mismatch");
    await page.getByRole("button", { name: "Show what happens" }).click();
    await expect.poll(() => page.locator(".verdict [data-right=true]").count()).toBe(2);
    await expect.poll(() => page.locator(".failure").count()).toBe(1);
  });

  test("something is broken from the menu, and the scenario's own fix mends another", async () => {
    const page = await open("basic");
    await page.keyboard.press("b");
    await page.getByRole("button", { name: "IAM has no OIDC provider" }).click();
    await stepWith(page, 7, "refused").waitFor();
    await page.evaluate(() => {
      location.hash = "#trust-sub-mismatch";
    });
    await page.locator(".screen[data-scenario=trust-sub-mismatch]").waitFor();
    await page.getByRole("button", { name: "Apply and replay" }).click();
    await stepWith(page, 7, "passed").waitFor();
  });

  test("the catalogue is searched by a message, and opened, with the keyboard alone", async () => {
    const page = await open("basic");
    await page.keyboard.press("/");
    await page.keyboard.type("incorrect token audience");
    await page.getByText("The provider does not list the token's audience").waitFor();
    for (let presses = 0; presses < 20 && !(await isFocused(page, ".entry")); presses += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".step[data-outcome=refused]").waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("PageDown");
    await expect.poll(() => page.locator(".step[aria-current=step] .step-number").textContent()).toBe("1");
    await page.keyboard.press("7");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("]");
    await expect.poll(() => page.getByRole("tab", { selected: true }).textContent()).toBe("Token");
  });

  test("a dialog that is left gives the keys back at once", async () => {
    const page = await open("basic");
    const dialog = page.getByRole("dialog");
    for (let times = 0; times < 20; times += 1) {
      await page.keyboard.press(times % 2 === 0 ? "s" : "b");
      await dialog.waitFor({ timeout: 5_000 });
      await page.keyboard.press("Escape");
    }
    await expect.poll(() => dialog.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });

  test("what is saved is a folder that can be played, and pictures and texts of the run", async () => {
    const page = await open("trust-sub-mismatch");
    const saved: string[] = [];
    for (const name of ["Scenario as zip", "Diagram as SVG", "Diagram as Mermaid", "Run as Markdown", "Run as JSON"]) {
      await page.keyboard.press("s");
      await page.getByRole("dialog").waitFor();
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
      saved.push(download.suggestedFilename());
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "hidden" });
    }
    expect(saved).toEqual(["zip", "svg", "mmd", "md", "json"].map((ending) => `trust-sub-mismatch.${ending}`));
  });
});

function stepWith(page: Page, step: number, outcome: string) {
  return page.locator(`.rail-steps > li:nth-child(${step + 1}) .step[data-outcome=${outcome}]`);
}

function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
}
