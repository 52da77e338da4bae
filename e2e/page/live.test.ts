/** The page of a simulation that real clients call: what they do appears by itself. */
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyFolder, startUp, type Up } from "../live/up.test-support.js";
import { HAS_BROWSER, openBrowser } from "./open-browser.test-support.js";

let browser: Browser;
let folder: string;
let up: Up;
let page: Page;
const complaints: string[] = [];
let loads = 0;

beforeAll(async () => {
  if (!HAS_BROWSER) return;
  folder = emptyFolder();
  [browser, up] = await Promise.all([openBrowser(), startUp(["basic", "--ui", "--state", folder])]);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("load", () => {
    loads += 1;
  });
  await page.goto(up.url("page"));
  await page.locator("[data-live=following]").waitFor();
});
afterAll(async () => {
  if (!HAS_BROWSER) return;
  await browser.close();
  await up.end("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

/** Exchanges the pod's token, as an SDK does. */
async function exchange(change: Readonly<Record<string, string>> = {}): Promise<number> {
  const text = readFileSync(join(folder, "pods/default/my-pod/app/env"), "utf8");
  const variable = (name: string): string => new RegExp(`^export ${name}='([^']*)'$`, "m").exec(text)?.[1] ?? "";
  const token = readFileSync(variable("AWS_WEB_IDENTITY_TOKEN_FILE"), "utf8");
  const form = {
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: variable("AWS_ROLE_ARN"),
    RoleSessionName: "me",
    WebIdentityToken: token,
  };
  return (await fetch(`${up.url("STS")}/`, { method: "POST", body: new URLSearchParams({ ...form, ...change }) })).status;
}

const seen = (pattern: RegExp) => expect.poll(async () => pattern.test((await page.locator(".centre").textContent()) ?? ""));

test.runIf(HAS_BROWSER)("it shows how the world began, and nothing of what no client has asked", async () => {
  await seen(/TokenRequest/).toBe(true);
  expect(await page.locator(".centre").textContent()).not.toContain("AssumeRoleWithWebIdentity");
});

test.runIf(HAS_BROWSER)("a client's call appears as an arrow, without another load", async () => {
  expect(await exchange()).toBe(200);
  await seen(/AssumeRoleWithWebIdentity/).toBe(true);
  expect(loads).toBe(1);
});

test.runIf(HAS_BROWSER)("a refusal shows its cause", async () => {
  expect(await exchange({ RoleArn: "arn:aws:iam::111122223333:role/nobody" })).toBe(403);
  await expect.poll(async () => page.locator(".side").textContent()).toMatch(/role-missing|does not exist|there is no role/i);
  await expect.poll(() => page.locator(".failure-code").first().textContent()).toBe("403 AccessDenied");
  if (process.env.IRSA_SIM_SCREENSHOT !== undefined) await page.screenshot({ path: process.env.IRSA_SIM_SCREENSHOT });
});

test.runIf(HAS_BROWSER)("nothing was complained of; when the simulation ends, the page says so", async () => {
  expect(complaints).toEqual([]);
  await up.end("SIGTERM");
  await page.locator("[data-live=interrupted]").waitFor();
});
