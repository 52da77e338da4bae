/**
 * A real Kubernetes control plane on loopback for tests: etcd, kube-apiserver, kube-controller-manager and, when wanted, a kubelet whose runtime starts nothing.
 * Everything it has lies in one folder, and is gone with it.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callOverTls, type TlsAnswer } from "./call-over-tls.js";
import { type ClusterTokens, writeClusterFiles } from "./cluster-files.js";
import { freePorts } from "./free-ports.js";
import { installedPrograms } from "./installed-programs.js";
import { pollUntil } from "./poll-until.js";
import { apiServerArguments, controllerManagerArguments, etcdArguments, kubeletArguments } from "./program-arguments.js";
import { type KubectlOutcome, runKubectl } from "./run-kubectl.js";
import { type Program, startProgram } from "./start-program.js";

/** What may differ between control planes. */
export interface ControlPlaneOptions {
  /** Whether a node `node-1` with a kubelet joins: pods that name it get to Running, with real projected tokens on disk; `false` when absent. */
  readonly kubelet?: boolean;
  /** Whether controllers are at work: every namespace gets its service account `default`, workloads get pods; `true` when absent. */
  readonly controllers?: boolean;
  /** Of the tokens; `https://kubernetes.default.svc.cluster.local` when absent. */
  readonly issuer?: string;
  /** Whether anybody may read the discovery document and the keys, as STS must; `true` when absent. */
  readonly publicDiscovery?: boolean;
  /** More arguments of kube-apiserver. */
  readonly apiServerArguments?: readonly string[];
}

/** A request to the API server. */
export interface ApiRequest {
  readonly method?: string;
  /** Such as `/api/v1/namespaces`. */
  readonly path: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A bearer token; the administrator's when absent, `null` for none. */
  readonly token?: string | null;
}

/** A control plane at work. */
export interface ControlPlane extends AsyncDisposable {
  /** Such as `https://127.0.0.1:40123`. */
  readonly server: string;
  readonly issuer: string;
  /** PEM, of who signed the API server's certificate. */
  readonly certificateAuthority: string;
  readonly tokens: ClusterTokens;
  /** PEM of the key that signs the tokens of service accounts. */
  readonly signingKey: string;
  /** The administrator's. */
  readonly kubeconfigPath: string;
  /** Where everything lies, logs included; for tests' own files too. */
  readonly folder: string;
  readonly nodeName: string;
  /** Runs a real kubectl as the administrator in the namespace `default`. */
  kubectl(args: readonly string[], stdin?: string): Promise<KubectlOutcome>;
  /** Calls the API server, with headers and body as given. */
  request(request: ApiRequest): Promise<TlsAnswer>;
  /** Where the kubelet keeps a pod's volumes: `FOLDER/volumes/kubernetes.io~projected/VOLUME`. */
  podFolderOf(uid: string): string;
  /** Ends every program and removes the folder; may be called again. */
  close(): Promise<void>;
}

const NODE_NAME = "node-1";

/** Why there can be no control plane here; `null` when there can. */
export function controlPlaneProblem(): string | null {
  const installed = installedPrograms();
  return "problem" in installed ? installed.problem : null;
}

/**
 * Starts one, and waits until it answers and has its first objects.
 *
 * @throws {Error} with the end of its log when a program ends by itself, and when one does not get ready in time
 * @see real-control-plane.md, section 1
 * @example
 * await using plane = await startControlPlane({ kubelet: true });
 * await plane.kubectl(["get", "nodes"]);
 */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const { kubelet = false, controllers = true, issuer = "https://kubernetes.default.svc.cluster.local", publicDiscovery = true } = options;
  const installed = installedPrograms();
  if ("problem" in installed) throw new Error(`no control plane: ${installed.problem}`);
  const folder = mkdtempSync(join(tmpdir(), "control-plane-"));
  const programs: Program[] = [];
  const close = async (): Promise<void> => {
    // The last first: nobody is left calling somebody who is gone.
    for (const program of programs.splice(0).reverse()) await program.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const start = (name: string, args: readonly string[]): void => void programs.push(startProgram({ path: join(installed.folder, name), args, folder }));
  const ready = (what: string, ask: () => Promise<boolean>): Promise<true> =>
    pollUntil(what, async () => {
      for (const program of programs) program.assertRunning();
      return (await ask()) ? true : null;
    });
  try {
    const [etcdPort = 0, peerPort = 0, apiPort = 0] = await freePorts(3);
    const server = `https://127.0.0.1:${apiPort}`;
    const { certificateAuthority, paths, tokens } = await writeClusterFiles(folder, server, NODE_NAME);
    const request = ({ method = "GET", path, body = "", headers = {}, token = tokens.admin }: ApiRequest): Promise<TlsAnswer> => {
      const authorization = token === null ? {} : { authorization: `Bearer ${token}` };
      return callOverTls({ method, url: `${server}${path}`, headers: { ...authorization, ...headers }, body, certificateAuthority });
    };
    const has = async (path: string): Promise<boolean> => (await request({ path })).status === 200;

    start("etcd", etcdArguments({ etcdPort, peerPort }));
    start("kube-apiserver", [...apiServerArguments({ etcdPort, apiPort, issuer, paths }), ...(options.apiServerArguments ?? [])]);
    await ready("kube-apiserver is ready", () => isAnswered(() => request({ path: "/readyz" })));
    if (controllers) {
      start("kube-controller-manager", controllerManagerArguments({ paths }));
      await ready("the namespace default has its service account", () => has("/api/v1/namespaces/default/serviceaccounts/default"));
      await ready("the namespace default has the root certificate", () => has("/api/v1/namespaces/default/configmaps/kube-root-ca.crt"));
    }
    if (publicDiscovery) await openDiscovery(request);
    if (kubelet) {
      start("kubemark", kubeletArguments({ nodeName: NODE_NAME, paths }));
      await ready("the node is ready", async () => isReady(await request({ path: `/api/v1/nodes/${NODE_NAME}` })));
    }
    return {
      ...{ server, issuer, certificateAuthority, tokens, folder, request, close },
      signingKey: readFileSync(paths.signingKey, "utf8"),
      kubeconfigPath: paths.adminKubeconfig,
      nodeName: NODE_NAME,
      kubectl: (args, stdin = "") => runKubectl(args, stdin, { kubeconfig: paths.adminKubeconfig, home: folder }),
      podFolderOf: (uid) => join(kubeletRoot(folder), "pods", uid),
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server that is not there yet refuses connections; one that starts answers with errors. */
async function isAnswered(ask: () => Promise<TlsAnswer>): Promise<boolean> {
  try {
    return (await ask()).status === 200;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ECONNREFUSED") return false;
    throw error;
  }
}

/** As in a cluster whose tokens AWS verifies; by itself Kubernetes shows its keys to service accounts alone. */
async function openDiscovery(request: ControlPlane["request"]): Promise<void> {
  const binding = {
    ...{ apiVersion: "rbac.authorization.k8s.io/v1", kind: "ClusterRoleBinding", metadata: { name: "public-discovery" } },
    roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "system:service-account-issuer-discovery" },
    subjects: [{ apiGroup: "rbac.authorization.k8s.io", kind: "Group", name: "system:unauthenticated" }],
  };
  const path = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings";
  const { status, body } = await request({ method: "POST", path, headers: { "content-type": "application/json" }, body: JSON.stringify(binding) });
  if (status !== 201) throw new Error(`discovery was not opened: ${status} ${body}`);
}

function isReady({ status, body }: TlsAnswer): boolean {
  if (status !== 200) return false;
  const node = JSON.parse(body) as { readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] } };
  return node.status.conditions?.some((condition) => condition.type === "Ready" && condition.status === "True") ?? false;
}

/** The kubelet gives its folder a name of its own. */
function kubeletRoot(folder: string): string {
  const name = readdirSync(folder).find((candidate) => candidate.startsWith("hollow-kubelet."));
  if (name === undefined) throw new Error("this control plane has no kubelet");
  return join(folder, name);
}
