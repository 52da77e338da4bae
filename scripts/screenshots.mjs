// Takes the pictures of the page for the documents, from the file as it was built: docs/pictures/*.png.
// Needs Debian's chromium, pngquant and fonts-inter.
import { execFileSync } from "node:child_process";
import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.IRSA_SIM_CHROMIUM ?? "/usr/bin/chromium";
const PAGE = new URL("../packages/playground/dist/index.html", import.meta.url).href;
const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));

const WIDE = { width: 1440, height: 900 };
const PROJECTOR = { width: 1280, height: 720 };
const PHONE = { width: 390, height: 844 };

/** Each with the scenario, the screen, and what is pressed or clicked before. */
const pictures = [
  { name: "page-light", scenario: "trust-sub-mismatch", viewport: WIDE, colorScheme: "light" },
  { name: "page-dark", scenario: "trust-sub-mismatch", viewport: WIDE, colorScheme: "dark" },
  {
    name: "page-projector",
    scenario: "basic",
    viewport: PROJECTOR,
    colorScheme: "light",
    prepare: (page) => press(page, ["7", "]", "]", "]"]),
  },
  { name: "page-policy", scenario: "trust-sub-mismatch", viewport: WIDE, colorScheme: "light", prepare: (page) => tab(page, "Policy") },
  {
    name: "page-day",
    scenario: "rotation",
    viewport: PROJECTOR,
    colorScheme: "dark",
    prepare: (page) => press(page, ["End", "[", "["]),
  },
  { name: "page-lesson", scenario: "trust-sub-mismatch", viewport: PROJECTOR, colorScheme: "light", prepare: lesson },
  { name: "page-editor", scenario: "trust-sub-mismatch", viewport: WIDE, colorScheme: "light", prepare: (page) => press(page, ["e"]) },
  { name: "page-catalogue", scenario: "basic", viewport: PROJECTOR, colorScheme: "light", prepare: search },
  { name: "page-phone-light", scenario: "trust-sub-mismatch", viewport: PHONE, colorScheme: "light" },
  { name: "page-phone-dark", scenario: "trust-sub-mismatch", viewport: PHONE, colorScheme: "dark", prepare: (page) => tab(page, "Policy") },
];

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
for (const { name, scenario, viewport, colorScheme, prepare } of pictures) {
  const context = await browser.newContext({ viewport, colorScheme, offline: true });
  const page = await context.newPage();
  await page.goto(`${PAGE}#${scenario}`);
  await page.locator(`[data-scenario="${scenario}"]`).waitFor();
  await prepare?.(page);
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path });
  execFileSync("pngquant", ["--force", "--speed", "1", "--strip", "--output", path, "96", path]);
  console.log(`${name}  ${Math.round(statSync(path).size / 1024)} KiB`);
  await context.close();
}
await browser.close();

async function press(page, keys) {
  for (const key of keys) await page.keyboard.press(key);
}

async function tab(page, name) {
  await page.getByRole("tab", { name, exact: true }).click();
}

async function lesson(page) {
  await page.getByRole("button", { name: "Lesson" }).click();
  await page.getByRole("button", { name: "trust policy of my-pod-role" }).click();
  await page.getByRole("button", { name: /^Hint 1/ }).click();
  await page.getByLabel("It breaks in").selectOption("7");
}

async function search(page) {
  await press(page, ["/"]);
  await page.keyboard.type("not authorized");
}
