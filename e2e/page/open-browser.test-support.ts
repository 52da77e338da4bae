import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Debian's, which `.ci/run` installs; another one with the environment's variable. */
const CHROMIUM = process.env.IRSA_SIM_CHROMIUM ?? "/usr/bin/chromium";

/** The page as `npx -y pnpm@12 build` makes it, opened from disk. */
export const PAGE_URL = new URL("../../packages/playground/dist/index.html", import.meta.url).href;

/** Whether there is a browser to drive. In CI there must be one: a test that finds none fails there. */
export const HAS_BROWSER = existsSync(CHROMIUM) || process.env.CI === "true";
if (!HAS_BROWSER) console.log(`e2e/page: not run, there is no ${CHROMIUM} (apt-get install chromium, or IRSA_SIM_CHROMIUM)`);

/** Starts the browser without a sandbox, which root may not have, and only ever to open our own file. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
}

/** A page, and everything that its console and its security policy complained of. */
export interface WatchedPage {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/**
 * Opens the file with the network off, and waits until a scenario is on the screen.
 *
 * @param name of a scenario, as the address has it behind `#`
 */
export async function openPage(browser: Browser, name: string, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => void (["error", "warning"].includes(message.type()) && complaints.push(message.text())));
  page.on("pageerror", (error) => void complaints.push(String(error)));
  page.on("request", (request) => void (/^(file|data|blob):/.test(request.url()) || complaints.push(`asks for ${request.url()}`)));
  await page.goto(`${PAGE_URL}#${encodeURIComponent(name)}`);
  await showScenario(page, name);
  return { page, complaints };
}

/** Lets the page open a scenario by its address, and waits until it was played. */
export async function showScenario(page: Page, name: string): Promise<void> {
  await page.evaluate(
    (hash) => {
      if (location.hash !== hash) location.hash = hash;
    },
    `#${encodeURIComponent(name)}`,
  );
  await page.waitForFunction((wanted) => document.querySelector<HTMLElement>("[data-scenario]")?.dataset.scenario === wanted, name, { polling: 20 });
}

declare global {
  /** The page's own, for its console. */
  var irsaSim: { json(): string | null };
}
