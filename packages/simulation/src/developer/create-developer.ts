/**
 * The developer: a person with kubectl and the aws command line, who sends what those tools send.
 * Leaves out: what the tools do before they send, such as client-side validation.
 */
import type { AccountId, Clock, HttpResponse, JsonObject, Network, Span, TlsPolicy } from "@irsa-sim/core";
import type { User } from "@irsa-sim/iam";
import { signRequest } from "@irsa-sim/sdk-credential-provider";
import { createKubernetesClient, type KubernetesClient, referenceTo } from "../kubernetes/kubernetes-client.js";
import type { Developer, IamCall } from "./developer.js";
import { mergePatchBetween } from "./merge-patch-between.js";

/** What the developer works with. */
export interface DeveloperTools {
  readonly network: Network;
  readonly clock: Clock;
  /** The IAM user of an account whose key the aws command line uses. */
  userIn(account: AccountId): User;
  /** The account of the command line's default profile. */
  readonly account: AccountId;
  /** The partition's IAM. */
  readonly iam: { readonly host: string; readonly region: string };
  /** Bearer token of the kubeconfig. */
  readonly kubernetesToken: string;
  readonly publicTls: TlsPolicy;
  /** The public roots and, of whoever has one, the operator's own. */
  readonly issuerTls: TlsPolicy;
  readonly clusterTls: TlsPolicy;
}

/** Creates the developer. */
export function createDeveloper(tools: DeveloperTools): Developer {
  const kubernetes = createKubernetesClient({ network: tools.network, bearerToken: tools.kubernetesToken, tls: tools.clusterTls });
  const lastApplied = new Map<string, JsonObject>();
  return {
    create: kubernetes.create,
    apply: (object, span) => applyObject({ kubernetes, lastApplied }, object, span),
    patch: kubernetes.patch,
    delete: kubernetes.delete,
    callIam: (call, span) => callIam(tools, call, span),
    fetch: (name, url, span) =>
      tools.network.send({ method: "GET", url, headers: { accept: "application/json" }, body: "" }, span, { name, tls: tools.issuerTls }),
  };
}

interface Applying {
  readonly kubernetes: KubernetesClient;
  /** What was applied the last time, by kind, namespace and name. */
  readonly lastApplied: Map<string, JsonObject>;
}

/**
 * Differs from kubectl, which asks first and then creates or patches, and keeps what it applied in an annotation of the object: here the creation is tried
 * first, the developer remembers, and the patch is a JSON merge patch.
 */
async function applyObject({ kubernetes, lastApplied }: Applying, object: JsonObject, span: Span): Promise<HttpResponse> {
  const reference = referenceTo(object);
  const key = `${reference.objectKind}/${reference.namespace}/${reference.name}`;
  const last = lastApplied.get(key) ?? {};
  lastApplied.set(key, object);
  const created = await kubernetes.create(object, span);
  return created.status === 409 ? kubernetes.patch(reference, mergePatchBetween(last, object), span) : created;
}

async function callIam(tools: DeveloperTools, { action, parameters, account = tools.account }: IamCall, span: Span): Promise<HttpResponse> {
  const request = await signRequest({
    request: {
      method: "POST",
      url: `https://${tools.iam.host}/`,
      headers: { "content-type": "application/x-www-form-urlencoded; charset=utf-8" },
      body: new URLSearchParams({ Action: action, Version: "2010-05-08", ...parameters }).toString(),
    },
    service: "iam",
    region: tools.iam.region,
    credentials: tools.userIn(account),
    at: tools.clock.now(),
  });
  return tools.network.send(request, span, { name: action, tls: tools.publicTls });
}
