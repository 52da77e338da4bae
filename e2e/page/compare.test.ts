import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HAS_BROWSER, openBrowser, openPage } from "./open-browser.test-support.js";

describe.runIf(HAS_BROWSER)("runs and certificates are looked into", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test("the run beside its base: where they part first, and each step", async () => {
    const { page, complaints } = await openPage(browser, "trust-sub-mismatch");
    await page.keyboard.press("d");
    await page.getByText("The runs part in step 0: CreateRole").waitFor();
    await expect.poll(() => outcomes(page)).toEqual(["differs", "same", "same", "same", "same", "same", "differs", "differs", "only-in-base", "only-in-base"]);
    await expect.poll(() => page.locator(".compare-step[data-first] mark").allTextContents()).toEqual(["default", "prod"]);
    await page.getByLabel("against").selectOption({ label: "trust-sub-mismatch as it ships" });
    await page.getByText("The same, but for what differs by chance.").waitFor();
    expect(new Set(await outcomes(page))).toEqual(new Set(["same"]));
    await page.getByLabel("Saved run…").setInputFiles({ name: "no-run.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await page.getByText("no-run.json is no run that irsa-sim run --json wrote").waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("from a difference to its place in the diagram", async () => {
    const { page } = await openPage(browser, "trust-sub-mismatch");
    await page.keyboard.press("d");
    await page.locator(".compare-step[data-first]").getByRole("button", { name: "show in the diagram" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await page.getByRole("tab", { name: "Message", exact: true }).click();
    await expect.poll(() => page.locator(".messages h2").first().textContent()).toContain("CreateRole");
    await page.context().close();
  });

  test("the issuer's certificates: who signed whom, which one IAM compares, and why STS hung up", async () => {
    const { page, complaints } = await openPage(browser, "thumbprint-mismatch");
    await page.keyboard.press("ArrowLeft");
    await page.getByRole("tab", { name: "Message", exact: true }).click();
    await expect
      .poll(() => page.locator(".tls-question").evaluateAll((questions) => questions.map((one) => (one as HTMLElement).dataset.outcome)))
      .toEqual(["failed", "not-reached", "not-reached"]);
    const compared = page.locator(".certificate[data-compared]");
    await expect.poll(() => compared.textContent()).toContain("IAM compares this one");
    const [thumbprint] = /[0-9a-f]{40}(?=IAM)/.exec((await compared.textContent()) ?? "") ?? [];
    await expect.poll(() => page.locator(".tls > .facts dd").last().textContent()).toBe(thumbprint);
    await expect.poll(() => page.locator(".certificate").first().textContent()).toContain("issuer.example.com");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("what happened beside the steps is told as far as the viewer has come", async () => {
    const { page } = await openPage(browser, "basic");
    const before = await page.locator(".asides li").count();
    await page.keyboard.press("End");
    await page.getByText(/^Beside the steps/).click();
    await expect.poll(() => page.locator(".asides li").count()).toBeGreaterThan(before);
    await expect.poll(() => page.locator(".asides").textContent()).toMatch(/Kubelet → API server\s*TokenRequest · 201/);
    await page.context().close();
  });
});

function outcomes(page: Page): Promise<readonly (string | undefined)[]> {
  return page.locator(".compare-step").evaluateAll((steps) => steps.map((one) => (one as HTMLElement).dataset.outcome));
}
