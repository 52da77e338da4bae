/** A page that somebody visits while a simulation is served: what it sends to the control API of this machine, and what it gets to read. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startUp, type Up } from "../live/up.test-support.js";
import { HAS_BROWSER, openBrowser } from "./open-browser.test-support.js";

let up: Up;
let elsewhere: Server;
beforeAll(async () => {
  up = await startUp();
  elsewhere = createServer((_, response) => response.setHeader("content-type", "text/html").end("<!doctype html><title>elsewhere</title>"));
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await up.end("SIGTERM");
  elsewhere.close();
});

const ATTEMPTS = [
  { name: "as a script sends JSON", init: { method: "POST", headers: { "content-type": "application/json" } } },
  { name: "as a form's text, whose answer it does not want", init: { method: "POST", mode: "no-cors" } },
  { name: "as a question", init: { method: "GET" } },
] as const;

test.runIf(HAS_BROWSER)("a web page of another origin neither drives the control API nor reads it", async () => {
  const control = up.url("control");
  const timeNow = async (): Promise<number> => Date.parse(((await (await fetch(control)).json()) as { readonly now: string }).now);
  const before = await timeNow();
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  for (const { name, init } of ATTEMPTS) {
    const read = await page.evaluate(
      async ({ url, settings }) => {
        try {
          const answer = await fetch(url, { ...settings, ...(settings.method === "POST" ? { body: '{"advance":"24h"}' } : {}) });
          return (await answer.text()) || answer.type;
        } catch (error) {
          return (error as Error).name;
        }
      },
      { url: `${control}${init.method === "POST" ? "clock" : ""}`, settings: init },
    );
    expect([name, read]).toEqual([name, expect.stringMatching(/^(TypeError|opaque)$/)]);
  }
  const follows = await page.evaluate(
    (url) =>
      new Promise<string>((resolve) => {
        const source = new EventSource(url);
        source.onopen = () => resolve("follows");
        source.onerror = () => resolve("is refused");
      }),
    `${control}trace`,
  );
  await browser.close();
  expect(follows).toBe("is refused");
  expect((await timeNow()) - before).toBeLessThan(3_600_000);
});
