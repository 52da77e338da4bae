// The page in Debian's chromium: its first paint, and a replay after an edit, as ratios to the same run in Node, loaded and played when warm. Medians.
import { chromium } from "playwright-core";
import { createScenarioFilesOnDisk } from "../packages/cli/dist/tsc/files/scenario-files-on-disk.js";
import { loadScenario, runScenario } from "../packages/scenario-runner/dist/index.js";
import { WELL_KNOWN_KEYS } from "../packages/simulation/dist/index.js";

const CHROMIUM = process.env.IRSA_SIM_CHROMIUM ?? "/usr/bin/chromium";
const PAGE = new URL("../packages/playground/dist/index.html#basic", import.meta.url).href;
const ROUNDS = Number(process.argv[2] ?? 9);

const inNode = await timesOf(async () => {
  const start = performance.now();
  const scenario = loadScenario(createScenarioFilesOnDisk(), createScenarioFilesOnDisk().find("basic"));
  await runScenario(scenario, { seed: "1", startAt: Date.UTC(2026, 0, 5, 9), keys: WELL_KNOWN_KEYS, keysAre: "well-known" });
  return performance.now() - start;
});

const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const firstRun = [];
const firstPaint = await timesOf(async () => {
  const page = await browser.newPage();
  await page.goto(PAGE);
  await page.locator("[data-scenario=basic]").waitFor();
  firstRun.push(await page.evaluate(() => performance.now()));
  const millis = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  await page.close();
  return millis;
});

const page = await browser.newPage();
await page.goto(PAGE);
await page.locator("[data-scenario=basic]").waitFor();
await page.keyboard.press("e");
await page.getByRole("button", { name: "trust-policy.json" }).click();
const editor = page.locator(".cm-content");
let name = "default";
const replay = await timesOf(async () => {
  name = name === "default" ? "prod" : "default";
  return editor.evaluate(editAndWait, name);
});
await browser.close();

print("load and run in Node", inNode);
print("first paint", firstPaint);
print("first run on the screen", firstRun);
print("edit to the new run on the screen", replay);

/** In the page: pastes the trust policy for another namespace over what stands there, and waits for the frame behind the new run. */
async function editAndWait(element, namespace) {
  const text = [...element.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n");
  const screen = document.querySelector(".screen");
  const played = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (screen.dataset.scenario === undefined) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(resolve));
    });
    observer.observe(screen, { attributeFilter: ["data-scenario"] });
  });
  getSelection().selectAllChildren(element);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text.replace(/serviceaccount:\w+:/, `serviceaccount:${namespace}:`));
  element.focus();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const start = performance.now();
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  await played;
  return performance.now() - start;
}

async function timesOf(measure) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(await measure());
  return times;
}

function print(what, times) {
  const median = [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
  const yardstick = [...inNode].sort((a, b) => a - b)[Math.floor(inNode.length / 2)];
  console.log(`${what.padEnd(34)} ${median.toFixed(0).padStart(6)} ms  ${(median / yardstick).toFixed(1)} x`);
}
