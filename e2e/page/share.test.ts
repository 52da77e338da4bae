import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { readText, replaceText } from "./edit-text.test-support.js";
import { HAS_BROWSER, openBrowser, openPage } from "./open-browser.test-support.js";

describe.runIf(HAS_BROWSER)("what is taken away from the page", () => {
  let browser: Browser;
  let folder: string;
  let page: Page;
  let complaints: readonly string[];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-share-"));
    ({ page, complaints } = await openPage(browser, "trust-sub-mismatch"));
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.context().close();
    rmSync(folder, { recursive: true });
  });

  test("an edited scenario as a zip is a folder that irsa-sim test runs, with the edit in it", async () => {
    await edit(page, (text) => text.replace(/^title: .*$/m, "title: Edited in the page"));
    const files = unzipSync(await save(page, "Scenario as zip"));
    writeFiles(
      folder,
      Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );
    const { code, stdout } = await irsaSim(["test", join(folder, "trust-sub-mismatch"), "--json"]);
    const report = JSON.parse(stdout) as { readonly scenarios: readonly { readonly title: string; readonly outcome: string }[] };
    expect({ code, scenarios: report.scenarios }).toMatchObject({ code: 0, scenarios: [{ title: "Edited in the page", outcome: "passed" }] });
  });

  test("the same as a folder, into one that the viewer picks", async () => {
    await page.evaluate(() => {
      const written: Record<string, string> = {};
      const fileAt = (path: string) => {
        const write = async (text: string): Promise<void> => {
          written[path] = text;
        };
        return { createWritable: async () => ({ write, close: async () => {} }) };
      };
      const folderAt = (path: string): object => ({
        name: "picked",
        getDirectoryHandle: async (name: string) => folderAt(`${path}${name}/`),
        getFileHandle: async (name: string) => fileAt(`${path}${name}`),
      });
      // Nobody can click in the browser's own window; all that is behind it is the page's.
      Object.assign(globalThis, { written, showDirectoryPicker: async () => folderAt("") });
    });
    await page.keyboard.press("s");
    await page.getByRole("button", { name: "Scenario as folder" }).click();
    await page.getByText("files saved in picked").waitFor();
    writeFiles(folder, Object.entries(await page.evaluate(() => (globalThis as unknown as { readonly written: Record<string, string> }).written)));
    const { code } = await irsaSim(["test", join(folder, "trust-sub-mismatch")]);
    expect(code).toBe(0);
  });

  test("the diagram as a picture and as Mermaid, the run as Markdown and as JSON that diff reads", async () => {
    const svg = text(await save(page, "Diagram as SVG"));
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(Object.keys(new XMLParser().parse(svg))).toContain("svg");
    expect(svg).toContain("403 AccessDenied");
    expect(text(await save(page, "Diagram as Mermaid"))).toMatch(/^sequenceDiagram\n[\s\S]*403 AccessDenied/);
    expect(text(await save(page, "Run as Markdown"))).toMatch(/^# [\s\S]*```mermaid\n[\s\S]*AccessDenied/);
    const saved = join(folder, "run.json");
    writeFileSync(saved, await save(page, "Run as JSON"));
    expect(await irsaSim(["diff", "trust-sub-mismatch", saved])).toMatchObject({ code: 0, stderr: "" });
    await page.keyboard.press("d");
    await page.getByLabel("Saved run…").setInputFiles(saved);
    await page.getByText("The same, but for what differs by chance.").waitFor();
  });

  test("a hand-out on one sheet of paper, and nothing of the screen", async () => {
    await page.keyboard.press("s");
    await page.getByRole("dialog").waitFor();
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".handout").isVisible()).toBe(true);
    await expect.poll(() => page.locator(".screen").isVisible()).toBe(false);
    await expect.poll(() => page.getByRole("dialog").isVisible()).toBe(false);
    await expect.poll(() => page.locator(".handout").textContent()).toContain('the trust policy names namespace "prod"');
    await expect.poll(() => page.locator(".handout img").getAttribute("src")).toContain("403%20AccessDenied");
    const pdf = text(await page.pdf({ format: "A4" }));
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

/** As somebody who pastes over the scenario's own file. */
async function edit(page: Page, change: (text: string) => string): Promise<void> {
  await page.keyboard.press("e");
  await replaceText(page, change(await readText(page)));
  await page.getByText("Edited in the page").first().waitFor();
  await page.locator("[data-scenario]").waitFor();
  await page.getByRole("button", { name: "Edit", exact: false }).first().focus();
}

async function save(page: Page, name: string): Promise<Uint8Array> {
  await page.keyboard.press("s");
  await page.getByRole("dialog").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  const bytes = readFileSync(await download.path());
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  return bytes;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes);
}

function writeFiles(folder: string, files: readonly (readonly [string, string])[]): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
