/** The files that a control plane reads: its certificate, the key of its tokens, who may call, and how to call it. All fresh for every run. */
import { createPublicKey, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateRsaKey, issueCertificate } from "@irsa-sim/core";

/** Bearer tokens of who may call: the administrator, the node's kubelet, and somebody with no rights. */
export interface ClusterTokens {
  readonly admin: string;
  readonly node: string;
  readonly guest: string;
}

/** What was written, and where. */
export interface ClusterFiles {
  readonly tokens: ClusterTokens;
  /** PEM, of who signed the API server's certificate. */
  readonly certificateAuthority: string;
  readonly paths: {
    readonly certificate: string;
    readonly certificateKey: string;
    readonly certificateAuthority: string;
    readonly signingKey: string;
    readonly verifyingKey: string;
    readonly tokens: string;
    readonly adminKubeconfig: string;
    readonly nodeKubeconfig: string;
  };
}

const DAY_MS = 86_400_000;
const LINE_END = "\n";

/**
 * Makes keys and writes the files.
 *
 * @param folder where to; is there already
 * @param server such as `https://127.0.0.1:6443`
 * @example const { paths, tokens } = await writeClusterFiles("/tmp/plane", "https://127.0.0.1:6443", "node-1");
 */
export async function writeClusterFiles(folder: string, server: string, nodeName: string): Promise<ClusterFiles> {
  const files = join(folder, "files");
  mkdirSync(files, { mode: 0o700 });
  const write = (name: string, text: string): string => {
    const path = join(files, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const [authorityKey, serverKey, signingKey] = await Promise.all([generateRsaKey(), generateRsaKey(), generateRsaKey()]);
  const validity = { notBefore: new Date(Date.now() - DAY_MS), notAfter: new Date(Date.now() + DAY_MS) };
  const certificateAuthority = issueCertificate({ commonName: "control-plane", hosts: [], privateKey: authorityKey, validity, serialNumber: "01" });
  const certificate = issueCertificate(
    { commonName: "kube-apiserver", hosts: ["127.0.0.1", "localhost", "kubernetes.default.svc"], privateKey: serverKey, validity, serialNumber: "02" },
    { certificate: certificateAuthority, privateKey: authorityKey },
  );
  const tokens = { admin: `admin-${randomUUID()}`, node: `node-${randomUUID()}`, guest: `guest-${randomUUID()}` };
  const users = [
    `${tokens.admin},admin,admin-uid,"system:masters"`,
    `${tokens.node},system:node:${nodeName},node-uid,"system:nodes"`,
    `${tokens.guest},guest,guest-uid`,
  ];
  const kubeconfig = (user: string, token: string): string => JSON.stringify(kubeconfigOf({ server, certificateAuthority, user, token }), null, 2);
  return {
    tokens,
    certificateAuthority,
    paths: {
      certificate: write("server.pem", certificate),
      certificateKey: write("server.key", serverKey),
      certificateAuthority: write("ca.pem", certificateAuthority),
      signingKey: write("tokens.key", signingKey),
      verifyingKey: write("tokens.pub", String(createPublicKey(signingKey).export({ type: "spki", format: "pem" }))),
      tokens: write("users.csv", users.join(LINE_END) + LINE_END),
      adminKubeconfig: write("admin.kubeconfig", kubeconfig("admin", tokens.admin)),
      nodeKubeconfig: write("node.kubeconfig", kubeconfig(`system:node:${nodeName}`, tokens.node)),
    },
  };
}

/** JSON is YAML too. */
function kubeconfigOf(of: { readonly server: string; readonly certificateAuthority: string; readonly user: string; readonly token: string }): object {
  const cluster = { server: of.server, "certificate-authority-data": btoa(of.certificateAuthority) };
  return {
    ...{ apiVersion: "v1", kind: "Config", "current-context": "control-plane" },
    clusters: [{ name: "control-plane", cluster }],
    users: [{ name: of.user, user: { token: of.token } }],
    contexts: [{ name: "control-plane", context: { cluster: "control-plane", user: of.user, namespace: "default" } }],
  };
}
