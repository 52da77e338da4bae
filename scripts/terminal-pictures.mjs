// Takes the pictures of the stepper for the documents: docs/pictures/stepper-*.png. The command runs in tmux as somebody
// at a terminal runs it, and a terminal in the browser draws what tmux then shows.
// Needs Debian's chromium, tmux, pngquant and fonts-jetbrains-mono.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const CHROMIUM = process.env.IRSA_SIM_CHROMIUM ?? "/usr/bin/chromium";
const MAIN = fileURLToPath(new URL("../packages/cli/dist/main.js", import.meta.url));
const PICTURES = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const require = createRequire(import.meta.url);
const SOCKET = `irsa-sim-pictures-${process.pid}`;
const PATIENCE_MS = 20_000;

const SMALL = { columns: 80, rows: 24 };
const USUAL = { columns: 120, rows: 36 };

/** Each with what is typed at the prompt, the keys pressed before, and what the screen then shows. */
const pictures = [
  { name: "stepper-failure", command: "step trust-sub-mismatch", size: USUAL, keys: ["!", "c"], shows: "is wanted" },
  { name: "stepper-token", command: "step basic", size: USUAL, keys: ["7", "t"], shows: "kubernetes.io" },
  { name: "stepper-policy", command: "step trust-sub-mismatch", size: USUAL, keys: ["!", "y"], shows: "StringEquals" },
  { name: "stepper-small", command: "step basic", size: SMALL, keys: ["1", "Right", "Right", "d"], shows: "AWS_ROLE_ARN" },
  { name: "stepper-break", command: "step basic", size: USUAL, keys: ["x", "Down", "Down"], shows: "3 of" },
  { name: "stepper-lesson", command: "lesson trust-sub-mismatch", size: USUAL, keys: ["h"], shows: "hint 1" },
  { name: "stepper-help", command: "step basic", size: USUAL, keys: ["?"], shows: "Shift+Tab" },
];

const ANSI = {
  black: "#1c2230",
  red: "#ff7b72",
  green: "#7ee787",
  yellow: "#e3b341",
  blue: "#79c0ff",
  magenta: "#d2a8ff",
  cyan: "#76e3ea",
  white: "#d0d7de",
  brightBlack: "#8b949e",
  brightRed: "#ffa198",
  brightGreen: "#aff5b4",
  brightYellow: "#f2cc60",
  brightBlue: "#a5d6ff",
  brightMagenta: "#e2c5ff",
  brightCyan: "#b3f0ff",
  brightWhite: "#ffffff",
};

mkdirSync(PICTURES, { recursive: true });
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
for (const { name, command, size, keys, shows } of pictures) {
  const screen = await screenOf({ command, size, keys, shows });
  const path = join(PICTURES, `${name}.png`);
  await draw(screen, size, path);
  execFileSync("pngquant", ["--force", "--speed", "1", "--strip", "--output", path, "64", path]);
  console.log(`${name}  ${Math.round(statSync(path).size / 1024)} KiB`);
}
await browser.close();

async function screenOf({ command, size, keys, shows }) {
  tmux("new-session", "-d", "-x", String(size.columns), "-y", String(size.rows), `env TERM=xterm-256color COLORTERM=truecolor node ${MAIN} ${command}`);
  try {
    await untilShown(command.startsWith("lesson") ? "Enter predict" : "Enter → next");
    for (const key of keys) tmux("send-keys", key);
    await untilShown(shows);
    // -N: what is painted behind the last letter is part of the picture.
    return tmux("capture-pane", "-p", "-e", "-N");
  } finally {
    tmux("kill-server");
  }
}

async function untilShown(text) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await pause(50)) {
    if (tmux("capture-pane", "-p").includes(text)) {
      // What a key does is painted at once; one more look lets the frame be whole.
      await pause(300);
      return;
    }
  }
  throw new Error(`the screen never showed "${text}":\n${tmux("capture-pane", "-p")}`);
}

async function draw(screen, { columns, rows }, path) {
  const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
  await page.setContent(
    `<style>${readFileSync(require.resolve("@xterm/xterm/css/xterm.css"), "utf8")} body { margin: 0; background: #0d1117 } #frame { display: inline-block; padding: 14px 16px; background: #0d1117 } .xterm-viewport { overflow: hidden !important }</style><div id="frame"><div id="terminal"></div></div>`,
  );
  await page.addScriptTag({ path: require.resolve("@xterm/xterm") });
  await page.evaluate(
    ({ screen, columns, rows, ANSI }) =>
      new Promise((drawn) => {
        const terminal = new globalThis.Terminal({
          cols: columns,
          rows,
          scrollback: 0,
          fontFamily: "JetBrains Mono",
          fontSize: 13,
          lineHeight: 1.15,
          cursorInactiveStyle: "none",
          theme: { background: "#0d1117", foreground: "#e6edf3", ...ANSI },
        });
        terminal.open(document.getElementById("terminal"));
        terminal.write(`\u001b[?25l${screen.replace(/\n$/, "").replaceAll("\n", "\r\n")}`, drawn);
      }),
    { screen, columns, rows, ANSI },
  );
  await page.waitForTimeout(200);
  await page.locator(".xterm-screen").screenshot({ path });
  await page.close();
}

function tmux(...words) {
  return execFileSync("tmux", ["-L", SOCKET, "-f", "/dev/null", ...words], { encoding: "utf8" });
}
