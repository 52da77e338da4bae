/** A real API server with the same first objects as one of ours, asked in the same words. */
import { type ClusterRequest, type FirstObject, wired } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";
import type { TlsAnswer } from "./call-over-tls.js";
import type { ControlPlane } from "./start-control-plane.js";

/** A real cluster at work. */
export interface RealCluster {
  /** Of the first objects, by their keys. */
  readonly uids: ReadonlyMap<string, string>;
  send(request: ClusterRequest): Promise<TlsAnswer>;
}

/**
 * Creates the objects in a control plane, where they are not there yet.
 *
 * @throws {Error} when it does not take one
 * @example const { send } = await createRealCluster(plane, objects);
 */
export async function createRealCluster(plane: ControlPlane, objects: readonly FirstObject[]): Promise<RealCluster> {
  const uids = new Map<string, string>();
  const send = (request: ClusterRequest): Promise<TlsAnswer> => {
    const { method, headers, body } = wired(request, uids);
    return plane.request({ method, path: request.path, body, token: null, headers: withTokens(headers, plane) });
  };
  for (const { key, path, body } of objects) {
    const created = await send({ method: "POST", path, body });
    const { name } = body.metadata as { readonly name: string };
    const stored = created.status === 409 ? await send({ method: "GET", path: `${path}/${name}` }) : created;
    if (![200, 201].includes(stored.status)) throw new Error(`${key} was not created: ${stored.status} ${stored.body}`);
    uids.set(key, (JSON.parse(stored.body) as { readonly metadata: { readonly uid: string } }).metadata.uid);
  }
  return { uids, send };
}

/** A control plane that runs has tokens nobody can know before. */
function withTokens(headers: Readonly<Record<string, string>>, { tokens }: ControlPlane): Record<string, string> {
  const real = (value: string): string => value.replace("admin-token", tokens.admin).replace("node-token", tokens.node).replace("guest-token", tokens.guest);
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, real(value)]));
}
