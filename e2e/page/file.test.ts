import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PAGE_URL } from "./open-browser.test-support.js";

const FILE = fileURLToPath(PAGE_URL);

test("the page is below 2.5 MB", () => {
  expect(statSync(FILE).size).toBeLessThan(2_500_000);
});

test("it names nothing outside of itself that a browser would load", () => {
  const head = readFileSync(FILE, "utf8").replaceAll(/<(script|style)[^>]*>[\s\S]*?<\/\1>/g, "");
  expect(head.match(/\b(src|href)="[^"]*"/g)).toEqual(['href="data:,"']);
});

test("its policy begins with nothing, and has no word that lets anything unknown in", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(readFileSync(FILE, "utf8"))?.[1] ?? "";
  expect(policy).toMatch(
    /^default-src 'none'; script-src 'sha256-[^']+' 'sha256-[^']+'; style-src 'sha256-[^']+'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'$/,
  );
});
