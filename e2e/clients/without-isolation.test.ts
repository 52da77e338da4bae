/**
 * Unmodified SDKs under `irsa-sim exec --no-isolate`, where variables alone lead to the simulator: each is the assumed role, or is in the list of those that escape.
 * All of it is in a network without a way out, so that who escapes reaches nobody.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findIsolationProblem } from "../../packages/node-host/src/namespace/find-isolation-problem.js";
import { MAIN } from "../irsa-sim.test-support.js";

const HERE = new URL(".", import.meta.url).pathname;
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const TIMEOUT_MS = 600_000;
const ROLE = /^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/./;

/** `listedAs`: how the list of those that do not take the variables names it; those of a distribution may be old. */
const CLIENTS: readonly { readonly name: string; readonly listedAs: string | null }[] = [
  { name: "boto3", listedAs: null },
  { name: "aws-cli-v1", listedAs: null },
  { name: "aws-cli-v2", listedAs: "from before July 2023" },
  { name: "js-v3", listedAs: null },
  { name: "js-v2", listedAs: "SDK for JavaScript v2" },
  { name: "go-v2", listedAs: null },
  { name: "java-v2", listedAs: null },
  { name: "rust", listedAs: null },
  { name: "ruby", listedAs: "from before July 2023" },
  { name: "php", listedAs: "from before July 2023" },
];

const problem = findIsolationProblem();
if (problem !== null) console.log(`not shown here: no network without a way out (${problem})`);
const isThere = (name: string): boolean => problem === null && existsSync(join(CACHE, name, "stamp"));

let answers: ReadonlyMap<string, string> = new Map();
let told = "";
let home: string;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "irsa-sim-home-"));
  if (!CLIENTS.some(({ name }) => isThere(name))) return;
  // Each AWS CLI keeps credentials in its home folder.
  const script = `ip link set lo up; exec ${process.execPath} ${MAIN} exec ${HERE}scenarios/works --no-isolate --no-color -- env HOME=${home} bash ${HERE}run-all.sh ${CACHE} identity`;
  const child = spawn("unshare", ["--user", "--map-root-user", "--net", "sh", "-c", script], { stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  child.stdout.on("data", (text) => {
    stdout += String(text);
  });
  child.stderr.on("data", (text) => {
    told += String(text);
  });
  await new Promise((resolve) => child.once("exit", resolve));
  answers = new Map(stdout.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}, TIMEOUT_MS);
afterAll(() => rmSync(home, { recursive: true }));

describe.each(CLIENTS)("$name", ({ name, listedAs }) => {
  test.skipIf(!isThere(name))("is the assumed role, or is said to escape", () => {
    const { role = "" } = readAnswer(answers.get(name) ?? "");
    if (listedAs === null) expect(role, answers.get(name)).toMatch(ROLE);
    else if (!ROLE.test(role)) expect(told).toContain(listedAs);
    // A release that takes the variables today is no proof against the list, which names those that do not.
    if (listedAs === "SDK for JavaScript v2") expect(role).not.toMatch(ROLE);
  });
});

function readAnswer(text: string): { readonly role?: string } {
  return text.startsWith("{") ? { role: (JSON.parse(text) as { readonly arn: string }).arn } : {};
}
