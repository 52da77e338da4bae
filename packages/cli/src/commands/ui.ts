import { once } from "node:events";
import { EXIT } from "../exit-codes.js";
import { embedInPage } from "../page/embed-in-page.js";
import { openInBrowser } from "../page/open-in-browser.js";
import { openScenario } from "../page/open-scenario.js";
import { readPage } from "../page/read-page.js";
import { servePage } from "../page/serve-page.js";
import { print } from "../terminal/print.js";

/**
 * `irsa-sim ui`: serves the page on this machine until it is interrupted, and opens it.
 *
 * @throws {UsageError} when the page was not made, or there is no such scenario
 * @throws {ScenarioError} when the scenario's files are invalid
 */
export async function ui(name: string | undefined, flags: { readonly open: boolean; readonly cell?: string }): Promise<number> {
  const page = readPage();
  const opened = name === undefined ? page : embedInPage(page, { ...openScenario(name, flags.cell), report: null, conditions: null, results: [] });
  const { url, close } = await servePage(opened);
  print(`${url}\n(Ctrl-C ends it; the page asks no server for anything more, and stays usable)\n`);
  if (flags.open) openInBrowser(url);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  await close();
  return EXIT.asExpected;
}
