/** The apps of docs/test-your-app.md are run by the commands that stand below them, where their SDK is installed (e2e/clients/install.sh). */
import { execFile } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const ROOT = new URL("../..", import.meta.url).pathname;
const PAGE = readFileSync(join(ROOT, "docs/test-your-app.md"), "utf8");
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const PATIENCE_MS = 300_000;

/** What a section needs beside its app, by the client that brings it. */
const SECTIONS = [
  { title: "Python", client: "boto3", bring: (from: string, to: string) => symlinkSync(join(from, "venv/bin"), join(to, "bin")) },
  { title: "Node", client: "js-v3", bring: (from: string, to: string) => symlinkSync(join(from, "node_modules"), join(to, "node_modules")) },
  { title: "Go", client: "go-v2", bring: (from: string, to: string) => ["go.mod", "go.sum"].map((file) => cpSync(join(from, file), join(to, file))) },
  { title: "Java", client: "java-v2", bring: (from: string, to: string) => symlinkSync(join(from, "lib"), join(to, "lib")) },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "test-your-app-"));
  mkdirSync(join(folder, "path"));
  writeFileSync(join(folder, "path/irsa-sim"), `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "packages/cli/dist/main.js")}" "$@"\n`);
  chmodSync(join(folder, "path/irsa-sim"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(SECTIONS)("$title", ({ title, client, bring }) => {
  const from = join(CACHE, client);
  const isThere = existsSync(join(from, "stamp"));
  if (!isThere) console.log(`docs/test-your-app.md, ${title}: skipped, ${client} is not installed (e2e/clients/install.sh)`);

  test.skipIf(!isThere)(
    "the app reads its object as the pod's role",
    async () => {
      const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? "";
      const [, file = ""] = /^`([^`]+)`/m.exec(section) ?? [];
      const [app = "", command = ""] = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text]) => text);
      const own = join(folder, title);
      mkdirSync(own);
      bring(from, own);
      writeFileSync(join(own, file), app);
      const path = [join(folder, "path"), join(own, "bin"), process.env.PATH].join(delimiter);
      const { code, stdout, stderr } = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
        execFile("/bin/sh", ["-c", command], { cwd: own, env: { ...process.env, PATH: path } }, (error, out, err) =>
          resolve({ code: error === null ? 0 : Number(error.code), stdout: out, stderr: err }),
        );
      });
      expect({ code, stdout }, stderr).toEqual({
        code: 0,
        stdout: expect.stringMatching(/^arn:aws:sts::111122223333:assumed-role\/my-pod-role\/\S+\nHello from S3\.\n+$/) as string,
      });
    },
    PATIENCE_MS,
  );
});
