/** With a real program, which writes down each time that it is run. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Connection } from "./connection.js";
import { type CredentialSource, credentialsOf } from "./credentials-of.js";

const API_VERSION = "client.authentication.k8s.io/v1";
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-credentials-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A source whose program makes `token-1`, `token-2` ..., each good until then. */
function sourceOf(name: string, expirationTimestamp: string | null): CredentialSource {
  const path = join(folder, name);
  writeFileSync(path, "");
  const status = `{"token":"token-%s"${expirationTimestamp === null ? "" : `,"expirationTimestamp":"${expirationTimestamp}"`}}`;
  const script = `echo >> '${path}'; printf '{"kind":"ExecCredential","apiVersion":"${API_VERSION}","status":${status}}' $(wc -l < '${path}')`;
  const credentialProgram = { apiVersion: API_VERSION, command: "sh", args: ["-c", script], variables: {}, installHint: null, clusterInfo: null } as const;
  return credentialsOf({ credentialProgram, clientCertificate: null } as unknown as Connection);
}
const authorization = async (source: CredentialSource): Promise<string | null> => (await source.current()).authorization;
const runs = (name: string): number => readFileSync(join(folder, name), "utf8").length;

test.each([
  { name: "without an end", until: null },
  { name: "until their end", until: "2999-01-01T00:00:00Z" },
])("what a program makes is kept $name", async ({ name, until }) => {
  const source = sourceOf(name, until);
  expect(await Promise.all([authorization(source), authorization(source)])).toEqual(["Bearer token-1", "Bearer token-1"]);
  expect(await authorization(source)).toBe("Bearer token-1");
  expect(runs(name)).toBe(1);
});

test("what has ended is made anew", async () => {
  const source = sourceOf("ended", "2001-01-01T00:00:00Z");
  await authorization(source);
  expect(await authorization(source)).not.toBe("Bearer token-1");
});

test("what the API server does not know is made anew", async () => {
  const source = sourceOf("refused", null);
  expect(await authorization(source)).toBe("Bearer token-1");
  source.refused();
  expect(await authorization(source)).toBe("Bearer token-2");
});
