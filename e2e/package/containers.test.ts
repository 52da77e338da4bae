/**
 * What stands in `deploy/`, step by step without a container engine: the tarball is installed as the Dockerfile does it, and run as its user in a folder that nobody writes to;
 * the app of compose.yaml runs in the place of its container.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromTokenFile } from "@aws-sdk/credential-providers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { ROOT, TARBALL } from "./packed.test-support.js";

const PATIENCE_MS = 120_000;
/** The user `node` of Node's images. */
const USER = 1000;
const mayBecomeAnother = process.getuid?.() === 0;
if (!mayBecomeAnother) console.log("not as another user: only root can become one");

interface Compose {
  readonly services: Readonly<Record<string, { readonly command: readonly string[]; readonly healthcheck?: { readonly test: readonly string[] } }>>;
}

const compose = parse(readFileSync(join(ROOT, "deploy/compose.yaml"), "utf8")) as Compose;
const dockerfile = readFileSync(join(ROOT, "deploy/Dockerfile"), "utf8");

let folder: string;
let command: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "irsa-sim-image-"));
  chmodSync(folder, 0o755);
  const [, step = ""] = /^RUN (npm install .*?) &&/m.exec(dockerfile) ?? [];
  const [program = "", ...args] = step.replace('"irsa-sim@${VERSION}"', TARBALL).split(" ");
  execFileSync(program, args, { env: { ...process.env, npm_config_prefix: join(folder, "usr") }, stdio: "pipe" });
  command = join(folder, "usr/bin/irsa-sim");
}, PATIENCE_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the image's command with the arguments of its caller, as its user, where nobody may write; the answer is what it has printed. */
async function startImage(args: readonly string[], state: string) {
  const own = mayBecomeAnother ? { uid: USER, gid: USER } : {};
  if (mayBecomeAnother) chownSync(state, USER, USER);
  const child = spawn(process.execPath, [command, ...args], { cwd: "/proc", env: { PATH: process.env.PATH ?? "", HOME: "/nonexistent" }, ...own });
  let text = "";
  await new Promise<void>((resolve, reject) => {
    const see = (chunk: Buffer): void => {
      text += String(chunk);
      if (text.includes("Ctrl-C ends it")) resolve();
    };
    child.stdout.on("data", see);
    child.stderr.on("data", see);
    child.once("exit", () => reject(new Error(`it ended:\n${text}`)));
  });
  const stop = (): Promise<number | null> =>
    new Promise((resolve) => {
      child.removeAllListeners("exit");
      child.once("exit", (code) => resolve(code));
      child.kill("SIGTERM");
    });
  return { text, stop };
}

test("the installed command says its version", () => {
  expect(execFileSync(process.execPath, [command, "--version"], { encoding: "utf8" })).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe("beside an app, as compose.yaml has it", { timeout: PATIENCE_MS }, () => {
  test("the app finds variables and token of its container, and is who its pod is", async () => {
    const state = join(folder, "state");
    mkdirSync(state, { mode: 0o700 });
    const { command: args = [], healthcheck } = compose.services["irsa-sim"] ?? {};
    const here = args.map((one) =>
      one
        .replace("/var/lib/irsa-sim", state)
        .replace("0.0.0.0", "127.0.0.1")
        .replace(/^irsa-sim$/, "localhost"),
    );
    const { text, stop } = await startImage([...here, "--port", "0"], state);
    try {
      const port = / STS +http:\/\/localhost:(\d+)/.exec(text)?.[1] ?? "";
      const [, program = "", ...check] = healthcheck?.test ?? [];
      const healthy = spawnSync(
        program,
        check.map((one) => one.replace(":4572", `:${port}`)),
      );
      const ill = spawnSync(
        program,
        check.map((one) => one.replace(":4572", ":1")),
      );
      expect([healthy.status, ill.status]).toEqual([0, 1]);
      const [, file = ""] = /^\. (\S+) /.exec(compose.services.app?.command[0] ?? "") ?? [];
      const exported = execFileSync("/bin/sh", ["-c", `. ${file.replace("/var/lib/irsa-sim", state)} && env`], { encoding: "utf8", env: {} });
      const variables = Object.fromEntries(exported.split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<string, string>;
      const {
        AWS_REGION: region = "",
        AWS_ENDPOINT_URL_STS: endpoint = "",
        AWS_ROLE_ARN: roleArn = "",
        AWS_WEB_IDENTITY_TOKEN_FILE: webIdentityTokenFile = "",
      } = variables;
      const credentials = fromTokenFile({ roleArn, webIdentityTokenFile, clientConfig: { region, endpoint } });
      const { Arn } = await new STSClient({ region, endpoint, credentials }).send(new GetCallerIdentityCommand({}));
      expect(Arn).toMatch(/:assumed-role\/my-pod-role\//);
    } finally {
      expect(await stop()).toBe(0);
    }
  });
});

describe("the devcontainer feature", () => {
  const feature = join(ROOT, "deploy/devcontainer/irsa-sim");

  test("says what a feature has to say", () => {
    const said = JSON.parse(readFileSync(join(feature, "devcontainer-feature.json"), "utf8")) as {
      readonly id: string;
      readonly version: string;
      readonly name: string;
    };
    expect(said).toMatchObject({
      id: "irsa-sim",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      name: "irsa-sim",
      options: { version: { default: "latest" } },
    });
  });

  test("installs the version that its option names", { timeout: PATIENCE_MS }, () => {
    const prefix = join(folder, "feature");
    const path = `${join(prefix, "bin")}:${process.env.PATH}`;
    const env = { ...process.env, npm_config_prefix: prefix, PATH: path, VERSION: `file:${TARBALL}` };
    const printed = execFileSync("/bin/sh", [join(feature, "install.sh")], { env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
    expect(printed.trimEnd().split("\n").at(-1)).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test("says what is missing where there is no Node.js", () => {
    const empty = join(folder, "no-node");
    mkdirSync(empty);
    cpSync(join(feature, "install.sh"), join(empty, "install.sh"));
    writeFileSync(join(empty, "marker"), "");
    const { status, stderr } = spawnSync("/bin/sh", [join(empty, "install.sh")], { env: { PATH: empty }, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toContain("irsa-sim needs Node.js 20.19 or later");
  });
});
