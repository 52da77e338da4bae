import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { irsaSim } from "./irsa-sim.test-support.js";

const AT = ["--at", "2026-01-05T09:00:00Z"];
let folder = "";
let token = "";
const at = (file: string): string => join(folder, file);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-token-"));
  const { stdout } = await irsaSim(["token", "mint", "--pod", "web-0", "--issuer-documents", at("issuer"), ...AT]);
  token = stdout;
  writeFileSync(at("token"), token);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("irsa-sim token mint", () => {
  test("the token alone on standard output; that its key is public, on standard error", async () => {
    const { code, stdout, stderr } = await irsaSim(["token", "mint", "--defect", "tampered", ...AT]);
    expect([code, stdout, stderr]).toEqual([
      0,
      expect.stringMatching(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+\n$/),
      expect.stringMatching(/public[\s\S]*tampered: its sub/),
    ]);
  });

  test("the same seed and time give the same token", async () => {
    expect((await irsaSim(["token", "mint", "--pod", "web-0", ...AT])).stdout).toBe(token);
  });

  test("--json says by which key, and with what", async () => {
    const { stdout } = await irsaSim(["token", "mint", "--defect", "expired", "--json", ...AT]);
    expect(JSON.parse(stdout)).toMatchObject({ schema: "irsa-sim/token/v1", command: "mint", key: "well-known", defects: ["expired"], warning: null });
  });

  test.each([
    { name: "an unknown defect", args: ["--defect", "loud"], code: 2, says: /no defect "loud"[\s\S]*wrong-key: / },
    { name: "a claim that is no JSON", args: ["--claim", "sub=me"], code: 2, says: /sub: no JSON: me[\s\S]*sub='"me"'/ },
    { name: "an issuer without https", args: ["--issuer", "http://x"], code: 2, says: /an https URL/ },
    { name: "a key that is not there", args: ["--key", "/nowhere/key.pem"], code: 2, says: /no such file/ },
    { name: "what the API server refuses", args: ["--expiration", "1"], code: 1, says: /422 TokenRequest.*less than 10 minutes/ },
  ])("$name", async ({ args, code, says }) => {
    expect(await irsaSim(["token", "mint", ...args])).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(says) });
  });

  test("a key that Kubernetes does not sign with is refused, and never shown", async () => {
    writeFileSync(at("key.pem"), "-----BEGIN RSA PRIVATE KEY-----\nTopSecret\n-----END RSA PRIVATE KEY-----\n");
    const { code, stderr } = await irsaSim(["token", "mint", "--key", at("key.pem")]);
    expect([code, stderr]).toEqual([3, expect.stringMatching(/PKCS #8[\s\S]*rsa private key/)]);
    expect(stderr).not.toContain("TopSecret");
  });
});

describe("irsa-sim token inspect", () => {
  test.each(["40", "80"])("in %s columns, with the signature cut", async (COLUMNS) => {
    const { code, stdout, stderr } = await irsaSim(["token", "inspect", at("token"), ...AT], { env: { COLUMNS } });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout.split("\n").filter((line) => line.length > Number(COLUMNS))).toEqual([]);
    expect(stdout).not.toContain(token.trim().split(".")[2]);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).toContain("web-0");
  });

  test.each([
    { name: "a header", text: () => `Authorization: Bearer ${token}`, says: "found in an Authorization header" },
    { name: "an exec credential", text: () => JSON.stringify({ kind: "ExecCredential", status: { token: token.trim() } }), says: "found in JSON, as token" },
    { name: "a file that holds more", text: () => `${token.trim()} 11:11:49 EOF`, says: "! more-than-token" },
  ])("in $name", async ({ text, says }) => {
    const { code, stdout } = await irsaSim(["token", "inspect", "-", ...AT], { input: text() });
    expect([code, stdout]).toEqual([0, expect.stringContaining(says)]);
    expect(stdout).toContain("web-0");
  });

  test("from standard input, and as JSON", async () => {
    const { code, stdout } = await irsaSim(["token", "inspect", "-", "--json", "--at", "2026-01-06T10:00:00Z"], { input: token });
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { schema: "irsa-sim/token/v1", command: "inspect", warnings: [{ id: "expired" }] }]);
    expect(stdout).not.toContain('signature":');
  });

  test("nothing in a claim acts on the terminal", async () => {
    const minted = await irsaSim(["token", "mint", "--claim", `x=${JSON.stringify("\u001b]0;title\u0007\u202e")}`, ...AT]);
    const { code, stdout } = await irsaSim(["token", "inspect", ...AT], { input: minted.stdout });
    expect([code, stdout]).toEqual([0, expect.stringContaining("\\u001b]0;title\\u0007\\u202e")]);
    for (const acting of ["\u001b", "\u0007", "\u202e"]) expect(stdout).not.toContain(acting);
  });

  test("what is no token ends with 3 and is not shown", async () => {
    const { code, stdout, stderr } = await irsaSim(["token", "inspect"], { input: "k8s-aws-v1.c2VjcmV0" });
    expect([code, stdout, stderr]).toEqual([3, "", expect.stringMatching(/expected {2}a JWT[\s\S]*found {5}the output of aws eks get-token/)]);
    expect(stderr).not.toContain("c2VjcmV0");
  });
});

describe("irsa-sim token verify", () => {
  test("a file that holds more than its token is refused as STS refuses it, and why is said", async () => {
    const args = ["token", "verify", "-", "--issuer-documents", at("issuer"), ...AT];
    const { code, stdout, stderr } = await irsaSim(args, { input: `${token.trim()} EOF` });
    expect([code, stdout, stderr]).toEqual([1, expect.stringContaining("InvalidIdentityToken"), expect.stringContaining("STS is given all of it")]);
  });

  test("what was minted is taken, by the documents as they were written", async () => {
    const { code, stdout } = await irsaSim(["token", "verify", at("token"), "--issuer-documents", at("issuer"), ...AT]);
    expect([code, stdout]).toEqual([0, expect.stringContaining("✔ STS takes this token")]);
  });

  test("what is wrong is told with both values, and ends with 1", async () => {
    const { code, stdout } = await irsaSim(["token", "verify", "-", "--jwks", at("issuer/keys"), "--audience", "vault", ...AT], { input: token });
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/✘ audience\n +expected +vault[\s\S]*actual +sts\.amazonaws\.com[\s\S]*400 InvalidIdentityToken +Incorrect token/),
    ]);
  });

  test("as JSON, in STS's order", async () => {
    const { stdout } = await irsaSim(["token", "verify", at("token"), "--jwks", at("issuer/keys"), "--json", "--at", "2027-01-05T09:00:00Z"]);
    const { verified, checks } = JSON.parse(stdout) as { verified: boolean; checks: readonly { check: string; passed: boolean }[] };
    expect([verified, checks.at(-1)]).toMatchObject([false, { check: "sts.times", passed: false }]);
  });

  test.each([
    { name: "without keys", args: [], code: 2, says: /keys are missing/ },
    { name: "with a file that holds none", args: ["--jwks", "TOKEN"], code: 3, says: /no key set among 1 file/ },
    { name: "with a policy that is none", args: ["--jwks", "KEYS", "--trust-policy", "KEYS"], code: 3, says: /no trust policy/ },
    { name: "with a folder that is not there", args: ["--issuer-documents", "/nowhere"], code: 2, says: /no such folder/ },
  ])("$name", async ({ args, code, says }) => {
    const named = args.map((arg) => ({ TOKEN: at("token"), KEYS: at("issuer/keys") })[arg] ?? arg);
    expect(await irsaSim(["token", "verify", at("token"), ...named])).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(says) });
  });

  test("nothing that is read is changed", () => {
    expect(readFileSync(at("token"), "utf8")).toBe(token);
  });
});
