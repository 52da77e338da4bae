import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "../irsa-sim.test-support.js";
import { HAS_BROWSER, openBrowser } from "./open-browser.test-support.js";

const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url).pathname;

describe("irsa-sim ui", () => {
  let child: ChildProcess;
  let url: URL;
  beforeAll(async () => {
    child = spawn(process.execPath, [MAIN, "ui", "trust-sub-mismatch", "--no-open"], { stdio: ["ignore", "pipe", "inherit"] });
    const [chunk] = (await once(child.stdout as NonNullable<typeof child.stdout>, "data")) as [Buffer];
    url = new URL(chunk.toString().split("\n")[0] ?? "");
  });
  afterAll(() => void child.kill("SIGKILL"));

  test("it serves on loopback, at an address that it prints first", () => {
    expect(url.hostname).toBe("127.0.0.1");
  });

  test.each([
    { name: "the page", path: "/", host: undefined, status: 200 },
    { name: "nothing else", path: "/etc/passwd", host: undefined, status: 404 },
    { name: "nobody who came by another name", path: "/", host: "evil.example", status: 421 },
  ])("it answers $name", async ({ path, host, status }) => {
    expect(await statusOf(url, path, host)).toBe(status);
  });

  test.runIf(HAS_BROWSER)("the scenario that was named is on the screen", async () => {
    const browser: Browser = await openBrowser();
    const page = await browser.newPage();
    await page.goto(url.href);
    await page.locator("[data-scenario=trust-sub-mismatch]").waitFor();
    await expect.poll(() => page.locator(".failure-code").textContent()).toBe("403 AccessDenied");
    await browser.close();
  });

  test("it ends when it is interrupted", async () => {
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  test("a scenario that is not there is no page", async () => {
    const { code, stderr } = await irsaSim(["ui", "trust-sub-mismach", "--no-open"]);
    expect({ code, nearest: /nearest: trust-sub-mismatch/.test(stderr) }).toEqual({ code: 2, nearest: true });
  });
});

function statusOf({ hostname, port }: URL, path: string, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, ...(host === undefined ? {} : { headers: { host } }) }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", reject);
    asked.end();
  });
}
