/**
 * Unmodified SDKs under `irsa-sim exec`, each installed by install.sh where the machine can: credentials with no setting of its own, objects, refusals, fall-backs.
 * What each does is in its own program, in its own language, beside this file.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findIsolationProblem } from "../../packages/node-host/src/namespace/find-isolation-problem.js";
import { irsaSim, type Outcome } from "../irsa-sim.test-support.js";

const HERE = new URL(".", import.meta.url).pathname;
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const TIMEOUT_MS = 600_000;
const REFUSED = "Not authorized to perform sts:AssumeRoleWithWebIdentity";
const ROLE = /^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/./;

const POD_IDENTITY = /^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/eks-demo-my-pod-./;

/** Releases of those that a distribution has in an old one: they do not take the agent's address (its documentation for each SDK). */
const POD_IDENTITY_SINCE: Readonly<Record<string, readonly number[]>> = { "aws-cli-v2": [2, 15, 0], ruby: [3, 188, 0], php: [3, 287, 1] };

interface Client {
  readonly name: string;
  /** What it makes of a refusal by STS: its own exception, or nothing where it goes on to the node's role (sdk-credential-chains.md, recorded: row 9). */
  readonly exception: string | null;
  /** How its User-Agent begins. */
  readonly agent: string;
}

const CLIENTS: readonly Client[] = [
  { name: "boto3", exception: "ClientError", agent: "Boto3/" },
  { name: "aws-cli-v1", exception: "exit code 255", agent: "aws-cli/1" },
  { name: "aws-cli-v2", exception: "exit code 254", agent: "aws-cli/2" },
  { name: "js-v3", exception: "AccessDenied", agent: "aws-sdk-js/3" },
  { name: "js-v2", exception: null, agent: "aws-sdk-nodejs/2" },
  { name: "go-v2", exception: "AccessDenied", agent: "aws-sdk-go-v2/" },
  { name: "java-v2", exception: null, agent: "aws-sdk-java/2" },
  { name: "rust", exception: "AccessDenied", agent: "aws-sdk-rust/" },
  { name: "ruby", exception: "Aws::STS::Errors::AccessDenied", agent: "aws-sdk-ruby3/" },
  { name: "php", exception: "", agent: "aws-sdk-php/" },
];

/** A token of an hour is replaced after 24 s then, and credentials run out after 30 s: time enough for a client that must first be loaded. Two renewals at the least, since the first may come before the new token. */
const TIME_SCALE = 120;
const ROTATION_SECONDS = 60;

/** Why a client cannot be shown here; `null` when it can. */
function whyNot(name: string): string | null {
  const problem = findIsolationProblem();
  if (problem !== null) return `no network of its own: ${problem}`;
  const folder = join(CACHE, name);
  if (existsSync(join(folder, "stamp"))) return null;
  return existsSync(join(folder, "skipped")) ? readFileSync(join(folder, "skipped"), "utf8").trim() : "not installed: e2e/clients/install.sh does it";
}

function isOlderThanPodIdentity(name: string): boolean {
  const since = POD_IDENTITY_SINCE[name];
  const file = join(CACHE, name, "version");
  if (since === undefined || !existsSync(file)) return false;
  const own = /\d+(\.\d+)+/.exec(readFileSync(file, "utf8"))?.[0].split(".").map(Number) ?? [];
  const place = since.findIndex((part, index) => part !== (own[index] ?? 0));
  const isOlder = place >= 0 && (own[place] ?? 0) < (since[place] ?? 0);
  if (isOlder) console.log(`client ${name}: EKS Pod Identity skipped, ${own.join(".")} is older than ${since.join(".")}`);
  return isOlder;
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
let podIdentities: ReadonlyMap<string, string> = new Map();
let refusals: ReadonlyMap<string, string> = new Map();
let refused: Outcome;
let rotated: { readonly outcome: Outcome; readonly tokens: readonly SentToken[] };

beforeAll(async () => {
  if (!isAnyThere) return;
  const works = await runAll("works", "identity", "objects my-bucket");
  [identities = identities, objects = objects] = works.said;
  [podIdentities = podIdentities] = (await runAll("pod-identity", "identity")).said;
  const fails = await runAll("refused", "refusal my-bucket");
  [refusals = refusals] = fails.said;
  refused = fails.outcome;
  rotated = await rotateAll();
}, TIMEOUT_MS);

/** A token that was exchanged for credentials, and by whom. */
interface SentToken {
  readonly agent: string;
  readonly token: string | null;
}

/** All clients beside each other, each calling with one client object, as an app keeps it, while tokens and credentials get old. */
async function rotateAll() {
  const folder = mkdtempSync(join(tmpdir(), "irsa-sim-clients-"));
  const trace = join(folder, "trace.json");
  // The two AWS CLIs keep credentials under the same name in the home folder, and one may read what the other has half written.
  const home = `HOME=$(mktemp -d -p ${folder})`;
  const each = `for client in ${CACHE}/*/; do if [ -f $client/stamp ]; then ${home} bash $client/run.sh rotation ${ROTATION_SECONDS} & all="$all $!"; fi; done`;
  const script = `${each}; for one in $all; do wait $one || exit 1; done`;
  const flags = [
    "--time-scale",
    String(TIME_SCALE),
    "--trace",
    trace,
    "--show-tokens",
    "--expect-principal",
    "arn:aws:sts::111122223333:assumed-role/my-pod-role/*",
  ];
  const outcome = await irsaSim(["exec", join(HERE, "scenarios/works"), ...flags, "--no-color", "--", "bash", "-c", script]);
  const { events } = JSON.parse(readFileSync(trace, "utf8")) as { readonly events: readonly RecordedEvent[] };
  rmSync(folder, { recursive: true });
  const exchanges = events.filter(({ name, response }) => name === "AssumeRoleWithWebIdentity" && response?.status === 200);
  const tokens = exchanges.flatMap(({ request }) => {
    const agent = request?.headers["user-agent"];
    return request === undefined || agent === undefined ? [] : [{ agent, token: new URLSearchParams(request.body).get("WebIdentityToken") }];
  });
  return { outcome, tokens };
}

interface RecordedEvent {
  readonly name?: string;
  readonly request?: { readonly headers: Readonly<Record<string, string>>; readonly body: string };
  readonly response?: { readonly status: number } | null;
}

describe.each(CLIENTS)("$name", ({ name, exception, agent }) => {
  const shown = test.skipIf(missing.get(name) !== null);
  const read = (results: ReadonlyMap<string, string>) => JSON.parse(results.get(name) ?? "null") as Readonly<Record<string, unknown>>;

  shown("is the assumed role, with no setting of its own", () => {
    expect(read(identities).arn).toMatch(ROLE);
  });

  test.skipIf(missing.get(name) !== null || isOlderThanPodIdentity(name))("is the assumed role by EKS Pod Identity too, through the agent", () => {
    expect(read(podIdentities).arn).toMatch(POD_IDENTITY);
  });

  shown("puts, gets, lists, uploads in parts and signs a URL", () => {
    const { got, listed, size, presigned } = read(objects);
    expect({ got, listed, presigned }).toEqual({ got: "hello", listed: ["big", "hello.txt"], presigned: "hello" });
    expect(size).toBeGreaterThan(5 * 2 ** 20);
  });

  shown("goes on with the new token when the old one is replaced, and no call fails", () => {
    expect(rotated.outcome.code, rotated.outcome.stderr).toBe(0);
    expect(new Set(rotated.tokens.filter((sent) => sent.agent.startsWith(agent)).map(({ token }) => token)).size).toBeGreaterThanOrEqual(2);
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
