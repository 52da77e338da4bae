/**
 * Unmodified SDKs under `irsa-sim exec`, each installed by install.sh where the machine can: credentials with no setting of its own, objects, refusals, fall-backs.
 * What each does is in its own program, in its own language, beside this file.
 */
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findIsolationProblem } from "../../packages/node-host/src/namespace/find-isolation-problem.js";
import { irsaSim, type Outcome } from "../irsa-sim.test-support.js";

const HERE = new URL(".", import.meta.url).pathname;
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const TIMEOUT_MS = 600_000;
const REFUSED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
const ROLE = /^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/./;

/** What a client makes of a refusal by STS: its own exception, or nothing where it goes on to the node's role (sdk-credential-chains.md, recorded: row 9). */
const CLIENTS: readonly { readonly name: string; readonly exception: string | null }[] = [
  { name: "boto3", exception: "ClientError" },
  { name: "aws-cli-v1", exception: "exit code 255" },
  { name: "aws-cli-v2", exception: "exit code 254" },
  { name: "js-v3", exception: "AccessDenied" },
  { name: "js-v2", exception: null },
  { name: "go-v2", exception: "AccessDenied" },
  { name: "java-v2", exception: null },
  { name: "ruby", exception: "Aws::STS::Errors::AccessDenied" },
  { name: "php", exception: "" },
];

/** Why a client cannot be shown here; `null` when it can. */
function whyNot(name: string): string | null {
  const problem = findIsolationProblem();
  if (problem !== null) return `no network of its own: ${problem}`;
  const folder = join(CACHE, name);
  if (existsSync(join(folder, "stamp"))) return null;
  return existsSync(join(folder, "skipped")) ? readFileSync(join(folder, "skipped"), "utf8").trim() : "not installed: e2e/clients/install.sh does it";
}

const missing = new Map(CLIENTS.map(({ name }) => [name, whyNot(name)]));
for (const [name, why] of missing) if (why !== null) console.log(`client ${name}: skipped, ${why}`);
const isAnyThere = [...missing.values()].includes(null);

/** One run for all clients: what takes time is the keys and not the calls. */
async function runAll(scenario: string, ...actions: readonly string[]) {
  const script = actions.map((action) => `bash ${HERE}run-all.sh ${CACHE} ${action}`).join("; echo; ");
  const outcome = await irsaSim(["exec", join(HERE, "scenarios", scenario), "--no-color", "--", "bash", "-c", script]);
  return { outcome, said: outcome.stdout.split("\n\n").map(readLines) };
}

function readLines(text: string): ReadonlyMap<string, string> {
  return new Map(text.split("\n").map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]));
}

let identities: ReadonlyMap<string, string> = new Map();
let objects: ReadonlyMap<string, string> = new Map();
let refusals: ReadonlyMap<string, string> = new Map();
let refused: Outcome;

beforeAll(async () => {
  if (!isAnyThere) return;
  const works = await runAll("works", "identity", "objects my-bucket");
  [identities = identities, objects = objects] = works.said;
  const fails = await runAll("refused", "refusal my-bucket");
  [refusals = refusals] = fails.said;
  refused = fails.outcome;
}, TIMEOUT_MS);

describe.each(CLIENTS)("$name", ({ name, exception }) => {
  const shown = test.skipIf(missing.get(name) !== null);
  const read = (results: ReadonlyMap<string, string>) => JSON.parse(results.get(name) ?? "null") as Readonly<Record<string, unknown>>;

  shown("is the assumed role, with no setting of its own", () => {
    expect(read(identities).arn).toMatch(ROLE);
  });

  shown("puts, gets, lists, uploads in parts and signs a URL", () => {
    const { got, listed, size, presigned } = read(objects);
    expect({ got, listed, presigned }).toEqual({ got: "hello", listed: ["big", "hello.txt"], presigned: "hello" });
    expect(size).toBeGreaterThan(5 * 2 ** 20);
  });

  shown(exception === null ? "goes on to the node's role, as documented" : "tells a refusal as its own exception, with AWS's words", () => {
    const { type, text = null } = read(refusals);
    expect(type).toBe(exception);
    if (exception === null) expect(text).toBeNull();
    else expect(text).toContain(REFUSED);
  });
});

test.skipIf(!isAnyThere)("the one who ran them is told why they were refused", () => {
  expect(refused.stderr).toMatch(/✘ AssumeRoleWithWebIdentity +STS 403 AccessDenied/);
  expect(refused.stderr).toMatch(/Because +trust-sub-mismatch: the trust policy names namespace "prod"/);
});
