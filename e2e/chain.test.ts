import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const ROLE = "arn:aws:iam::999900001111:role/team/prod-api";
const IRSA = { AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", AWS_REGION: "us-west-2" };
const KEYS = { AWS_ACCESS_KEY_ID: "AKIAREALREALREALREAL", AWS_SECRET_ACCESS_KEY: "topsecret" };
let folder = "";
const at = (file: string): string => join(folder, file);

function write(file: string, variables: Readonly<Record<string, string>>): string {
  writeFileSync(
    at(file),
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(""),
  );
  return at(file);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-chain-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

interface Chain {
  readonly sdk: string;
  readonly winner: string | null;
  readonly principal: string | null;
  readonly shadowed: string | null;
  readonly ifRefused: { readonly principal: string | null } | null;
  readonly providers: readonly { readonly kind: string | null; readonly verdict: string }[];
}

async function chains(args: readonly string[], input?: string): Promise<readonly Chain[]> {
  const { stdout } = await irsaSim(["chain", ...args, "--json"], input === undefined ? {} : { input });
  const { schema, chains: found } = JSON.parse(stdout) as { schema: string; chains: readonly Chain[] };
  expect(schema).toBe("irsa-sim/chain/v1");
  return found;
}

test("with the webhook's variables web identity wins everywhere, with the user's own role", async () => {
  const found = await chains(["--all", "--env", write("irsa", IRSA)]);
  expect(found.length).toBeGreaterThan(10);
  expect(found.map(({ sdk, principal }) => [sdk, principal])).toEqual(found.map(({ sdk }) => [sdk, `a session of ${ROLE}`]));
});

// sdk-credential-chains.md, section 1: who walks on when STS refuses.
const WALK_ON = ["js-v2", "java-v2", "java-v1", "php", "cpp", "kotlin"];

test("who falls back to the node's role when STS refuses is told", async () => {
  const found = await chains(["--all", "--env", write("irsa", IRSA)]);
  expect(
    found
      .filter(({ ifRefused }) => ifRefused?.principal === "the node's role")
      .map(({ sdk }) => sdk)
      .sort(),
  ).toEqual([...WALK_ON].sort());
});

test("static keys beat it in most, which is told, and no secret is", async () => {
  const { code, stdout } = await irsaSim(["chain", "botocore", "--env", write("keys", { ...IRSA, ...KEYS })]);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/✔ EnvProvider[\s\S]*calls as +whoever the key[\s\S]*beware +web identity is set up too/)]);
  expect(stdout).not.toMatch(/topsecret|AKIAREAL/);
});

test("without anything the node's role is taken, or nobody's", async () => {
  expect((await chains(["java-v2", "--env", write("region", { AWS_REGION: "eu-west-1" })]))[0]).toMatchObject({
    principal: "the node's role",
    ifRefused: null,
  });
});

test("variables on standard input, and those of this process", async () => {
  expect((await chains(["go-v2", "--env", "-"], `AWS_ROLE_ARN=${ROLE}\nAWS_WEB_IDENTITY_TOKEN_FILE=/token\nAWS_REGION=eu-west-1\n`))[0]?.principal).toBe(
    `a session of ${ROLE}`,
  );
  const { stdout } = await irsaSim(["chain", "js-v3"], { env: { ...IRSA, HOME: folder } });
  expect(stdout).toContain(`calls as     a session of ${ROLE}`);
});

test("a pod's manifest, and another container of it", async () => {
  const env = Object.entries(IRSA).map(([name, value]) => ({ name, value }));
  const spec = {
    containers: [
      { name: "app", env },
      { name: "sidecar", env: [{ name: "AWS_REGION", value: "eu-west-1" }] },
    ],
  };
  writeFileSync(at("pod.json"), JSON.stringify({ kind: "Deployment", spec: { template: { spec } } }));
  expect((await chains(["js-v3", "--pod", at("pod.json")]))[0]?.principal).toBe(`a session of ${ROLE}`);
  expect((await chains(["js-v3", "--pod", at("pod.json"), "--container", "sidecar"]))[0]?.principal).toBe("the node's role");
});

test.each([
  { name: "null among containers and variables", pod: { spec: { containers: [null, { env: [null, { name: 5 }] }] } }, code: 0 },
  { name: "containers that are a number", pod: { spec: { containers: 5 } }, code: 3 },
  { name: "a list of nothing", pod: { items: [null, 7] }, code: 3 },
])("a pod of an odd form is no fault of ours: $name", async ({ pod, code }) => {
  writeFileSync(at("odd.json"), JSON.stringify(pod));
  expect((await irsaSim(["chain", "js-v3", "--pod", at("odd.json")])).code).toBe(code);
});

const AGENT = {
  AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://169.254.170.23/v1/credentials",
  AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token",
  AWS_REGION: "eu-west-1",
};

test("with EKS Pod Identity's variables its agent answers, and what becomes of the app without an association is told", async () => {
  const env = ["--env", write("agent", AGENT)];
  const [[java], [go]] = [await chains(["java-v2", ...env]), await chains(["go-v2", ...env])];
  for (const one of [java, go]) expect(one?.providers.find(({ verdict }) => verdict === "used")?.kind).toBe("container");
  expect([java?.ifRefused?.principal, go?.ifRefused?.principal]).toEqual(["the node's role", null]);
});

test.each([
  { name: "a release from before web identity", sdk: "go-v1@1.12.199", variables: IRSA, principal: "the node's role" },
  { name: "a library's name", sdk: "boto3", variables: IRSA, principal: `a session of ${ROLE}` },
])("$name", async ({ sdk, variables, principal }) => {
  expect((await chains([sdk, "--env", write("variables", variables)]))[0]?.principal).toBe(principal);
});

test("side by side each has a line, and what was meant comes once", async () => {
  const { stdout } = await irsaSim(["chain", "--all", "--env", write("keys", { ...IRSA, ...KEYS })]);
  expect(stdout).toMatch(/^dotnet-v3 +web identity; if refused: an error$/m);
  expect(stdout).toMatch(/^go-v2 +keys in variables; web identity is set up and never asked$/m);
  expect(stdout.split(ROLE)).toHaveLength(2);
});

test("a profile in shared files", async () => {
  mkdirSync(at("aws"));
  writeFileSync(at("aws/credentials"), "[work]\naws_access_key_id = AKIAREALREALREALREAL\naws_secret_access_key = topsecret\n");
  const { stdout } = await irsaSim([
    "chain",
    "js-v3",
    "--env",
    write("profile", { AWS_PROFILE: "work", AWS_REGION: "eu-west-1" }),
    "--shared-files",
    at("aws"),
  ]);
  expect(stdout).toMatch(/✔ fromIni[\s\S]*whoever the profile stands for[\s\S]*files: \/root\/\.aws\/credentials/);
  expect(stdout).not.toMatch(/topsecret|AKIAREAL/);
});

test.each(["40", "80"])("in %s columns", async (COLUMNS) => {
  const { stdout } = await irsaSim(["chain", "rust", "--env", write("irsa", IRSA)], { env: { COLUMNS } });
  expect(stdout.split("\n").filter((line) => [...line].length > Number(COLUMNS))).toEqual([]);
  expect(stdout).not.toContain("\u001b");
});

test.each([
  { name: "no SDK", args: [], code: 2, says: /an SDK is missing[\s\S]*--all/ },
  { name: "an unknown one", args: ["gov2"], code: 2, says: /no SDK "gov2"[\s\S]*did you mean go-v2/ },
  { name: "a release that is none", args: ["go-v2@latest", "--env", "x"], code: 2, says: /a release such as 1\.12\.199/ },
  { name: "all, and one", args: ["go-v2", "--all"], code: 2, says: /give go-v2 or --all/ },
  { name: "two sources", args: ["go-v2", "--env", "x", "--pod", "y"], code: 2, says: /both say/ },
  { name: "a file that is not there", args: ["go-v2", "--env", "/nowhere/env"], code: 2, says: /no such file/ },
  { name: "a pod that is none", args: ["go-v2", "--pod", "NONE"], code: 3, says: /expected {2}a pod[\s\S]*go to --env/ },
  { name: "no variables", args: ["go-v2", "--env", "PROSE"], code: 3, says: /expected {2}lines such as[\s\S]*goes to --pod/ },
])("$name", async ({ args, code, says }) => {
  writeFileSync(at("none.yaml"), "kind: ConfigMap\n");
  writeFileSync(at("prose"), "hello\n");
  const named = args.map((arg) => ({ NONE: at("none.yaml"), PROSE: at("prose") })[arg] ?? arg);
  expect(await irsaSim(["chain", ...named])).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(says) });
});
