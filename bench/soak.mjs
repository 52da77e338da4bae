// Real SDKs call `irsa-sim up` for minutes, side by side, each with one client object, as an app keeps it, while time passes many times as fast: whether any call fails,
// whether each goes on with new tokens and new credentials, and whether memory grows.
// The clients are those that e2e/clients/install.sh has installed; one that is not there is named.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startUp } from "./live/start-up.mjs";

const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" }, "time-scale": { type: "string", default: "60" } } });
const seconds = Math.round(Number(values.minutes) * 60);
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const SCENARIO = new URL("../e2e/clients/scenarios/works", import.meta.url).pathname;
/** How each User-Agent begins. */
const CLIENTS = { boto3: "Boto3/", "js-v3": "aws-sdk-js/3", "go-v2": "aws-sdk-go-v2/", "java-v2": "aws-sdk-java/2" };
const SAMPLE_EVERY_MS = 2000;
/** Of the time, that after which nothing more should be kept than before. */
const WARM_UP_SHARE = 0.3;

const there = Object.keys(CLIENTS).filter((name) => existsSync(join(CACHE, name, "stamp")));
for (const name of Object.keys(CLIENTS)) if (!there.includes(name)) console.log(`${name}: not installed`);

const up = await startUp(SCENARIO, "--time-scale", values["time-scale"]);
const memory = [];
const seen = Object.fromEntries(there.map((name) => [name, { calls: 0, refused: 0, tokens: new Set(), keys: new Set() }]));
const sampling = setInterval(() => memory.push(up.residentMiB()), SAMPLE_EVERY_MS);
const stopFollowing = new AbortController();
const following = follow(await fetch(`${up.urlOf("control")}trace`, { signal: stopFollowing.signal }));
const ended = await Promise.all(there.map(runClient));
clearInterval(sampling);
stopFollowing.abort();
await following;
for (const { name, code, said } of ended) {
  const { calls, refused, tokens, keys } = seen[name];
  console.log(`${name.padEnd(8)} exit ${code} ${said.trim()}; ${calls} requests, ${refused} refused, ${tokens.size} tokens, ${keys.size} keys`);
}
const warm = memory.slice(Math.ceil(memory.length * WARM_UP_SHARE));
const [early, late] = [Math.max(...warm.slice(0, warm.length / 2)), Math.max(...warm.slice(warm.length / 2))];
console.log(
  `memory: ${memory[0].toFixed(0)} MiB at first, ${early.toFixed(0)} MiB when warm, ${late.toFixed(0)} MiB at the end: x ${(late / early).toFixed(2)}`,
);
const code = await up.end();
const isWell =
  code === 0 &&
  late / early < 1.1 &&
  ended.every(({ name, code: one }) => one === 0 && seen[name].refused === 0 && seen[name].tokens.size > 1 && seen[name].keys.size > 1);
console.log(isWell ? "well" : "NOT well");
process.exitCode = isWell ? 0 : 1;

function runClient(name) {
  return new Promise((resolve) => {
    const child = spawn("bash", [join(CACHE, name, "run.sh"), "rotation", String(seconds)], {
      env: { ...process.env, ...up.variables() },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.once("exit", (code) => resolve({ name, code, said }));
  });
}

/** Reads server-sent events to their end. */
async function follow(response) {
  let rest = "";
  try {
    for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = `${rest}${text}`.split("\n\n");
      rest = blocks.pop();
      for (const block of blocks) if (block.startsWith("event: ended")) note(JSON.parse(block.slice(block.indexOf("data: ") + 6)));
    }
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
}

function note({ request, response, failure }) {
  const name = there.find((one) => request.headers["user-agent"]?.startsWith(CLIENTS[one]));
  if (name === undefined) return;
  const of = seen[name];
  of.calls += 1;
  if (failure !== null || response.status >= 400) of.refused += 1;
  const token = typeof request.body === "string" ? new URLSearchParams(request.body).get("WebIdentityToken") : null;
  if (token !== null) of.tokens.add(token);
  const key = /Credential=(\w+)\//.exec(request.headers.authorization ?? "")?.[1];
  if (key !== undefined) of.keys.add(key);
}
