/** The blocks of docs/on-a-cluster.md are run as they stand, in their order; the cluster is a simulated one, which kubectl and irsa-sim cannot tell from a real one. */
import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installKubectl } from "../../e2e/kubectl/install-kubectl.js";
import { emptyFolder, startUp, type Up } from "../../e2e/live/up.test-support.js";

const ROOT = new URL("../..", import.meta.url).pathname;
const PAGE = readFileSync(join(ROOT, "docs/on-a-cluster.md"), "utf8");
const CACHE = process.env.IRSA_SIM_CLIENTS ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "irsa-sim/clients");
const PYTHON = join(CACHE, "boto3/venv/bin/python");
const PATIENCE_MS = 240_000;

const kubectl = installKubectl();
const problem =
  "problem" in kubectl ? `kubectl is not there (${kubectl.problem})` : existsSync(PYTHON) ? null : "boto3 is not installed (e2e/clients/install.sh)";
if (problem !== null) console.log(`docs/on-a-cluster.md: skipped, ${problem}`);

/** The text below a heading. */
function section(title: string): string {
  return PAGE.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? "";
}

function blocksIn(title: string): readonly string[] {
  return [...section(title).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, text = ""]) => text);
}

/** What the page's `aws` does, by the same library that is in the AWS CLI of version 1. */
const AWS = `import sys
import boto3
if sys.argv[1:3] == ["sts", "get-caller-identity"]:
    print(boto3.client("sts").get_caller_identity()["Arn"])
elif sys.argv[1:3] == ["s3", "cp"] and sys.argv[4] == "-":
    bucket, key = sys.argv[3].removeprefix("s3://").split("/", 1)
    print(boto3.client("s3").get_object(Bucket=bucket, Key=key)["Body"].read().decode(), end="")
else:
    sys.exit(f"no {sys.argv[1:]} here")
`;

let home: string;
let cluster: Up;
let up: Up;
beforeAll(async () => {
  if (problem !== null) return;
  home = emptyFolder();
  const programs = {
    "irsa-sim": `exec "${process.execPath}" "${join(ROOT, "packages/cli/dist/main.js")}" "$@"`,
    "kubectl-irsa_sim": `exec "${process.execPath}" "${join(ROOT, "packages/cli/dist/kubectl-irsa_sim.js")}" "$@"`,
    kubectl: `exec "${"path" in kubectl ? kubectl.path : ""}" "$@"`,
    aws: `exec "${PYTHON}" "${join(home, "aws.py")}" "$@"`,
  };
  mkdirSync(join(home, "path"));
  writeFileSync(join(home, "aws.py"), AWS);
  for (const [name, line] of Object.entries(programs)) {
    writeFileSync(join(home, "path", name), `#!/bin/sh\n${line}\n`);
    chmodSync(join(home, "path", name), 0o755);
  }
  const file = /^`([^`]+)`\n\n```yaml\n(.*?)^```$/ms.exec(section("What AWS has"));
  mkdirSync(join(home, dirname(file?.[1] ?? "")));
  writeFileSync(join(home, file?.[1] ?? ""), file?.[2] ?? "");
  cluster = await startUp(["basic", "--state", join(home, "cluster")]);
  mkdirSync(join(home, ".kube"));
  writeFileSync(join(home, ".kube/config"), readFileSync(join(home, "cluster/kubeconfig")));
  // As the page starts it, at any free ports.
  const [command = ""] = blocksIn("Start");
  const args = command.trim().replace("irsa-sim up ", "").replaceAll("~", home).replace("./irsa", join(home, "irsa")).split(" ");
  up = await startUp(args);
}, PATIENCE_MS);
afterAll(async () => {
  if (problem !== null) return;
  await up.end("SIGINT");
  await cluster.end("SIGKILL");
  rmSync(home, { recursive: true, force: true });
});

/** Runs blocks in one shell, as somebody would paste them below each other. */
function run(blocks: readonly string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const path = [join(home, "path"), process.env.PATH].join(delimiter);
  return new Promise((resolve) => {
    execFile("/bin/sh", ["-e", "-c", blocks.join("\n")], { cwd: home, env: { PATH: path, HOME: home, NO_COLOR: "1" } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

describe.skipIf(problem !== null)("docs/on-a-cluster.md", { timeout: PATIENCE_MS }, () => {
  test("the webhook is registered", async () => {
    expect(await run(["kubectl get mutatingwebhookconfiguration irsa-sim"])).toMatchObject({ code: 0, stdout: expect.stringContaining("irsa-sim") as string });
  });

  test("the pod has its role", async () => {
    const { code, stdout, stderr } = await run(blocksIn("Start").slice(1));
    expect({ code, stdout }, stderr).toMatchObject({ code: 0, stdout: expect.stringContaining("AWS_ROLE_ARN") as string });
  });

  test("a token is exchanged, and that of another namespace is refused and told", async () => {
    const { code, stdout, stderr } = await run(blocksIn("Exchange a token"));
    expect({ code, stdout }, stderr).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/assumed-role\/my-pod-role\/[\s\S]+Hello from S3\.[\s\S]+refused, as it should be\n$/) as string,
    });
    expect(stderr).toContain("AccessDenied");
    await up.printed(/trust-sub-mismatch: [\s\S]+any-cluster\/scenario\.yaml:\d+/);
  });

  test.each(["What AWS has", "Ask about a pod", "Which rights it needs"])("the commands of %s do what they say", async (title) => {
    const { code, stdout, stderr } = await run(blocksIn(title));
    expect({ code, stdout }, stderr).toMatchObject({ code: 0 });
    expect(stdout).not.toBe("");
  });
});
