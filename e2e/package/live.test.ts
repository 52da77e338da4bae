/** Real clients beside the installed package: what `up` and `exec` give them. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { fromTokenFile } from "@aws-sdk/credential-providers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TARBALL } from "./packed.test-support.js";

const PATIENCE_MS = 180_000;
const MAIN = "node_modules/irsa-sim/dist/main.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-"));
  writeFileSync(join(folder, "package.json"), '{ "name": "app", "version": "1.0.0", "private": true, "type": "module" }\n');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", TARBALL], { cwd: folder, stdio: "pipe" });
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("up serves an SDK, and ends when it is told to", { timeout: PATIENCE_MS }, async () => {
  const child = spawn(process.execPath, [MAIN, "up", "--port", "0", "--state", "state", "--no-color"], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const over = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let text = "";
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk) => {
      text += String(chunk);
      if (text.includes("Ctrl-C ends it")) resolve();
    });
  });
  const exported = readFileSync(join(folder, "state/pods/default/my-pod/app/env"), "utf8");
  const variables = Object.fromEntries([...exported.matchAll(/^export (\w+)='([^']*)'$/gm)].map(([, name, value]) => [name, value]));
  const { AWS_REGION: region = "", AWS_ENDPOINT_URL_STS: sts = "", AWS_ENDPOINT_URL_S3: endpoint = "", AWS_ROLE_ARN: roleArn = "" } = variables;
  const webIdentityTokenFile = variables.AWS_WEB_IDENTITY_TOKEN_FILE ?? "";
  const s3 = new S3Client({ region, endpoint, credentials: fromTokenFile({ roleArn, webIdentityTokenFile, clientConfig: { region, endpoint: sts } }) });
  const object = await s3.send(new GetObjectCommand({ Bucket: "my-bucket", Key: "hello.txt" }));
  expect(await object.Body?.transformToString()).toBe("Hello from S3.\n");
  child.kill("SIGINT");
  expect(await over).toBe(0);
});

test("exec gives a command the pod's variables and passes its exit code on", { timeout: PATIENCE_MS }, () => {
  const app =
    'console.log(process.env.AWS_ROLE_ARN, require("node:fs").readFileSync(process.env.AWS_WEB_IDENTITY_TOKEN_FILE, "utf8").split(".").length); process.exit(7)';
  const { status, stdout } = spawnSync(process.execPath, [MAIN, "exec", "basic", "--no-isolate", "--", process.execPath, "--eval", app], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([7, expect.stringContaining("arn:aws:iam::111122223333:role/my-pod-role 3\n")]);
});

/** An empty npm cache and an empty folder: what a newcomer waits for. The yardstick is a start of Node on the same machine at the same time. */
test("a cold install and a first run take a few starts of Node", { timeout: PATIENCE_MS }, () => {
  const cold = mkdtempSync(join(tmpdir(), "irsa-sim-cold-"));
  try {
    writeFileSync(join(cold, "package.json"), '{ "name": "app", "version": "1.0.0", "private": true }\n');
    const time = (act: () => void): number => {
      const begun = process.hrtime.bigint();
      act();
      return Number(process.hrtime.bigint() - begun) / 1e9;
    };
    const startOfNode = Math.max(...Array.from({ length: 3 }, () => time(() => execFileSync(process.execPath, ["-e", "0"]))));
    const npmStart = time(() => execFileSync("npm", ["--version"], { stdio: "pipe" }));
    const install = time(() =>
      execFileSync("npm", ["install", "--no-audit", "--no-fund", "--cache", join(cold, "cache"), TARBALL], { cwd: cold, stdio: "pipe" }),
    );
    const run = time(() => execFileSync(process.execPath, [MAIN, "run", "basic"], { cwd: cold, stdio: "pipe" }));
    console.log(
      `cold: npm install ${install.toFixed(1)} s, run basic ${run.toFixed(1)} s; npm --version ${npmStart.toFixed(1)} s, node -e 0 ${startOfNode.toFixed(2)} s`,
    );
    expect(install / npmStart).toBeLessThan(25);
    expect(run / startOfNode).toBeLessThan(20);
  } finally {
    rmSync(cold, { recursive: true, force: true });
  }
});
