import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { HAS_BROWSER, openBrowser, openPage } from "./open-browser.test-support.js";

/** Ends an attribute, an element and a script block, and says so if it was ever executed. */
const HOSTILE = `"'></script><img src=x onerror="document.title='executed'"><script>document.title='executed'</script>`;

const SCENARIO = `title: ${JSON.stringify(HOSTILE)}
description: ${JSON.stringify(HOSTILE)}
tags: [${JSON.stringify(HOSTILE)}]
base: basic
patch:
  aws.buckets.my-bucket: { ${JSON.stringify(`${HOSTILE}.txt`)}: ${JSON.stringify(HOSTILE)} }
  aws.roles[my-pod-role].trustPolicy.Statement[0]: { Sid: Hostile, Condition: { StringEquals: { "\${issuer}:sub": ${JSON.stringify(HOSTILE)} } } }
timeline:
  - apply: [service-account.yaml, pod.yaml]
  - call: { pod: my-pod, sdk: dotnet-v3, action: "s3:GetObject", bucket: my-bucket, key: ${JSON.stringify(`${HOSTILE}.txt`)} }
expect: { outcome: refused }
lesson: { story: ${JSON.stringify(HOSTILE)}, question: ${JSON.stringify(HOSTILE)}, hints: [${JSON.stringify(HOSTILE)}], reveal: ${JSON.stringify(HOSTILE)} }
`;

describe.runIf(HAS_BROWSER)("what a scenario says is text, whatever it looks like", () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    browser = await openBrowser();
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-page-"));
    mkdirSync(join(folder, "hostile"));
    writeFileSync(join(folder, "hostile/scenario.yaml"), SCENARIO);
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  test("in a folder that is opened", async () => {
    const { page, complaints } = await openPage(browser, "basic");
    await page.keyboard.press("/");
    await page.locator("input[type=file]").setInputFiles(join(folder, "hostile"));
    await page.locator(".screen[data-scenario=hostile]").waitFor();
    await lookAtEverything(page);
    expect(await page.title()).toBe("irsa-sim");
    expect(complaints).toEqual([]);
  });

  test("in a page that a run was put into", async () => {
    const file = join(folder, "run.html");
    const { stderr, code } = await irsaSim(["run", join(folder, "hostile"), "--html", file]);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    const page = await (await browser.newContext({ offline: true })).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => void complaints.push(message.text()));
    page.on("pageerror", (error) => void complaints.push(String(error)));
    await page.goto(pathToFileURL(file).href);
    await page.locator(".screen[data-scenario=hostile]").waitFor();
    await lookAtEverything(page);
    expect(await page.title()).toBe("irsa-sim");
    expect(complaints).toEqual([]);
  });

  test("and its policy lets nothing else in", async () => {
    const { page } = await openPage(browser, "basic");
    const blocked = await page.evaluate(async () => {
      const said: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => said.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "document.title = 'executed'";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=\"document.title='executed'\"><p style='color:red'>");
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return [...new Set(said)].sort();
    });
    expect(blocked).toEqual(["img-src", "script-src-attr", "script-src-elem", "style-src-attr"]);
    expect(await page.title()).toBe("irsa-sim");
  });
});

async function lookAtEverything(page: import("playwright-core").Page): Promise<void> {
  for (const tab of await page.getByRole("tab").all()) await tab.click();
  for (const key of ["e", "e", "b", "Escape", "s", "Escape", "Home", "End"]) await page.keyboard.press(key);
  await page.getByRole("button", { name: "Lesson" }).click();
  await page.getByRole("button", { name: "Hint 1 of 1" }).click();
}
