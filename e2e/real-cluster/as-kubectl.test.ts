/** The same kubeconfigs to a real kubectl and to ours: the API server is reached the same way and as the same caller, and what kubectl refuses is refused. */
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createApiClient } from "../../packages/cli/src/kubernetes/api-client.js";
import { findConnection } from "../../packages/cli/src/kubernetes/find-connection.js";
import { installKubectl } from "../kubectl/install-kubectl.js";
import { type Heard, type RecordingServer, startRecordingServer } from "./recording-server.test-support.js";

const kubectl = installKubectl();
if ("problem" in kubectl) console.log(`skipped: no kubectl (${kubectl.problem})`);

const VERSION = "/version";
const PROGRAM = `#!/bin/sh
echo "for people" >&2
test "$MADE" = "" && MADE=from-program
printf '{"kind":"ExecCredential","apiVersion":"%s","status":{"token":"%s"}}' "$SPEAKS" "$MADE"
`;
/** Says what it was told of itself, as a token. */
const TELLTALE = `#!/bin/sh
printf '{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":"%s"}}' "$(printf %s "$KUBERNETES_EXEC_INFO" | base64 -w0)"
`;
const V1 = "client.authentication.k8s.io/v1";
const exec = (more: object = {}): object => ({
  exec: { apiVersion: V1, command: "bin/program", interactiveMode: "Never", env: [{ name: "SPEAKS", value: V1 }], ...more },
});

interface Row {
  readonly name: string;
  readonly user?: (server: RecordingServer) => object;
  readonly cluster?: (server: RecordingServer) => object;
}

const token = { token: "t" };
const REACHED: readonly Row[] = [
  { name: "a token", user: () => token },
  { name: "a token file counts before a token", user: () => ({ ...token, tokenFile: "token" }) },
  { name: "a name and a password", user: () => ({ username: "me", password: "pä:ss" }) },
  { name: "a client certificate", user: ({ client }) => ({ "client-certificate-data": client.certificate, "client-key-data": client.key }) },
  { name: "as somebody", user: () => ({ ...token, as: "jane" }) },
  { name: "as somebody with groups", user: () => ({ ...token, as: "jane", "as-groups": ["dev", "ops team"] }) },
  { name: "as a service account", user: () => ({ ...token, as: "system:serviceaccount:a:b", "as-uid": "u-1" }) },
  {
    name: "as somebody of whom more is said",
    user: () => ({ ...token, as: "jane", "as-user-extra": { "example.com/Reason": ["a", "b"], "50%": ["x"], ä: ["y"] } }),
  },
  { name: "another server name", user: () => token, cluster: () => ({ "tls-server-name": "k8s.test" }) },
  { name: "no verification", user: () => token, cluster: () => ({ "certificate-authority-data": undefined, "insecure-skip-tls-verify": true }) },
  { name: "a proxy", user: () => token, cluster: ({ proxy }) => ({ "proxy-url": proxy }) },
  { name: "a proxy with a password", user: () => token, cluster: ({ proxy }) => ({ "proxy-url": proxy.replace("//", "//me:p%40ss@") }) },
  { name: "a proxy with TLS", user: () => token, cluster: ({ tlsProxy }) => ({ "proxy-url": tlsProxy }) },
  {
    name: "a client certificate behind a proxy",
    user: ({ client }) => ({ "client-certificate-data": client.certificate, "client-key-data": client.key }),
    cluster: ({ proxy }) => ({ "proxy-url": proxy }),
  },
  { name: "a program", user: () => exec() },
  {
    name: "a program of the beta version",
    user: () => exec({ apiVersion: `${V1}beta1`, interactiveMode: undefined, env: [{ name: "SPEAKS", value: `${V1}beta1` }] }),
  },
  {
    name: "a program with arguments and variables",
    user: () => exec({ command: "sh", args: ["-c", 'SPEAKS=$1; MADE=$0$HERE; . "$HOME/bin/program"', "made", V1], env: [{ name: "HERE", value: "-here" }] }),
  },
  { name: "a program that is told of itself", user: () => exec({ command: "bin/telltale" }) },
  { name: "a program that is told of the cluster", user: () => exec({ command: "bin/telltale", provideClusterInfo: true }) },
  {
    name: "a program that is told what the kubeconfig has for it",
    user: () => exec({ command: "bin/telltale", provideClusterInfo: true }),
    cluster: () => ({ "tls-server-name": "k8s.test", extensions: [{ name: "client.authentication.k8s.io/exec", extension: { a: [1, "b"] } }] }),
  },
  { name: "a token counts before a program", user: () => ({ ...token, ...exec({ command: "bin/nowhere" }) }) },
  { name: "a program, as somebody", user: () => ({ ...exec(), as: "jane" }) },
];

const REFUSED: readonly (Row & { readonly told: RegExp })[] = [
  { name: "groups of nobody", user: () => ({ ...token, "as-groups": ["dev"] }), told: /config:\d+:\d+ +it is not said in whose place/ },
  { name: "a token and a password", user: () => ({ ...token, username: "me", password: "p" }), told: /shows a token and a password/ },
  { name: "a root that counts for nothing", cluster: () => ({ "insecure-skip-tls-verify": true }), told: /verifying is switched off/ },
  { name: "a proxy that is no URL", cluster: () => ({ "proxy-url": "::" }), told: /proxy-url cannot be read/ },
  { name: "a proxy of an unknown kind", cluster: () => ({ "proxy-url": "ftp://127.0.0.1" }), told: /this kind of proxy/ },
  {
    name: "a proxy that does not run",
    cluster: () => ({ "proxy-url": "http://127.0.0.1:1" }),
    told: /the proxy http:\/\/127\.0\.0\.1:1: connect ECONNREFUSED/,
  },
  { name: "a server that is no proxy", cluster: ({ url }) => ({ "proxy-url": url.replace("https", "http") }), told: /the proxy http/ },
  { name: "a program without a name", user: () => exec({ command: "" }), told: /exec names no program/ },
  { name: "a program of another version", user: () => exec({ apiVersion: `${V1}alpha1` }), told: /exec speaks another version/ },
  { name: "a program that does not say whether it asks", user: () => exec({ interactiveMode: undefined }), told: /whether it asks somebody/ },
  { name: "a program that has to ask", user: () => exec({ interactiveMode: "Always" }), told: /asks somebody, and nobody is there/ },
  { name: "a program that is not there", user: () => exec({ command: "bin/nowhere", installHint: "apt install it" }), told: /no such program/ },
  { name: "a program that fails", user: () => exec({ command: "false" }), told: /exit code 1/ },
  { name: "a program that says nothing", user: () => exec({ command: "true" }), told: /found +nothing/ },
  {
    name: "a program that answers in another version",
    user: () => exec({ env: [{ name: "SPEAKS", value: `${V1}beta1` }] }),
    told: /ExecCredential of client\.auth/,
  },
  { name: "half a certificate", user: ({ client }) => ({ "client-certificate-data": client.certificate }), told: /half a client certificate/ },
  {
    name: "a certificate of another key",
    user: ({ client, roots }) => ({ "client-certificate-data": roots, "client-key-data": client.certificate }),
    told: /client-key is not usable/,
  },
  { name: "a root that is no PEM", cluster: () => ({ "certificate-authority-data": btoa("none") }), told: /certificate-authority is not usable/ },
  {
    name: "a key of another certificate",
    user: ({ client, otherKey }) => ({ "client-certificate-data": client.certificate, "client-key-data": otherKey }),
    told: /the private key of client-certificate/,
  },
];

describe.skipIf("problem" in kubectl)("a kubeconfig", () => {
  let folder: string;
  let server: RecordingServer;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "irsa-sim-kubeconfig-"));
    server = await startRecordingServer();
    vi.stubEnv("HOME", folder);
    mkdirSync(join(folder, "bin"));
    for (const [name, text] of [
      ["program", PROGRAM],
      ["telltale", TELLTALE],
    ] as const)
      writeFileSync(join(folder, "bin", name), text, { mode: 0o755 });
    writeFileSync(join(folder, "token"), "of-a-file\n");
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await server?.[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  function written({ user, cluster }: Row): string {
    const path = join(folder, "config");
    const of = { server: server.url, "certificate-authority-data": server.roots, ...cluster?.(server) };
    const config = {
      ...{ apiVersion: "v1", kind: "Config", "current-context": "x" },
      clusters: [{ name: "c", cluster: of }],
      users: [{ name: "u", user: user?.(server) ?? {} }],
      contexts: [{ name: "x", context: { cluster: "c", user: "u" } }],
    };
    writeFileSync(path, JSON.stringify(config, null, 1));
    return path;
  }
  const byKubectl = (kubeconfig: string): Promise<{ readonly succeeded: boolean; readonly stderr: string; readonly heard: Heard | null }> =>
    new Promise((resolve) => {
      const path = "path" in kubectl ? kubectl.path : "";
      const options = { cwd: folder, env: { PATH: process.env.PATH ?? "", HOME: folder, KUBECONFIG: kubeconfig } };
      const child = execFile(path, ["get", "--raw", VERSION], options, (error, _, stderr) => {
        const heard = server.last();
        resolve({ succeeded: error === null, stderr, heard });
      });
      child.stdin?.end();
    });
  async function byUs(kubeconfig: string): Promise<Heard | null> {
    const client = createApiClient(findConnection({ kubeconfig, allowExec: true }));
    try {
      expect((await client.send({ path: VERSION })).status).toBe(200);
      return server.last();
    } finally {
      client.close();
    }
  }

  test.each(REACHED)("$name", async (row) => {
    const kubeconfig = written(row);
    const { stderr, heard } = await byKubectl(kubeconfig);
    expect(heard, stderr).not.toBeNull();
    expect(await byUs(kubeconfig)).toEqual(heard);
  });

  test.each(REFUSED)("$name is refused", async (row) => {
    const kubeconfig = written(row);
    const { succeeded, heard } = await byKubectl(kubeconfig);
    expect({ succeeded, heard }).toEqual({ succeeded: false, heard: null });
    await expect(byUs(kubeconfig)).rejects.toThrow(row.told);
  });
});
