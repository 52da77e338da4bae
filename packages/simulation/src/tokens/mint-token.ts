/** Issues one token as a cluster does, without the rest of the cluster: the tokens controller decides and the issuer signs. */
import { bodyText, createRandom, createTrace, type EpochMillis, epochMillis, type IssuerUrl, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { createOidcIssuer, type OidcIssuer } from "@irsa-sim/oidc-issuer";
import { createTokensController } from "@irsa-sim/tokens-controller";

/** What is asked of the cluster. */
export interface MintRequest {
  readonly issuer: IssuerUrl;
  /** PKCS #8 PEM: the key that the issuer publishes, and the one that signs. */
  readonly publishedKey: string;
  readonly signingKey: string;
  /** Which of them the token's header names. */
  readonly namedKey: "published" | "signing" | "none";
  /** EKS names keys otherwise, and lets no token live for more than a day. */
  readonly isEks: boolean;
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly audiences: readonly string[];
  readonly expirationSeconds: number;
  /** The pod that it is bound to, and its node; `null` for a token that is bound to nothing. */
  readonly pod: { readonly name: string; readonly node: string } | null;
  readonly at: EpochMillis;
  /** Uids follow from it. */
  readonly seed: string;
  /** What becomes of the claims before they are signed. */
  readonly change: (claims: JsonObject) => JsonObject;
}

/** A token, what the API server warned of, and what the issuer publishes, by URL. */
export interface MintedToken {
  readonly token: string;
  readonly warning: string | null;
  readonly documents: ReadonlyMap<string, string>;
}

/** The token, or the API server's refusal. */
export type MintAnswer = MintedToken | { readonly status: number; readonly message: string };

/** EKS's `--service-account-max-token-expiration`, and the lifetime that its extension gives (kubernetes-tokens.md, section 9). */
const EKS = { maxExpirationSeconds: 86_400, extendedSeconds: 7_776_000 };

/**
 * Asks the tokens controller for a token of a service account that exists.
 *
 * @throws {Error} for a key that Kubernetes does not sign with, or an issuer that kube-apiserver does not start with
 */
export async function mintToken(request: MintRequest): Promise<MintAnswer> {
  const { issuer, isEks, at, change } = request;
  const clock = new VirtualClock(epochMillis(at));
  const random = createRandom(request.seed);
  const flavour = isEks ? "eks" : "self-hosted";
  const publisher = await createOidcIssuer({ issuer, flavour, signingKeys: [request.publishedKey] });
  const signer = await createOidcIssuer({ issuer, flavour, signingKeys: [request.signingKey], ...keyIdInTokens(request, publisher) });
  const objects = storedObjects(request, () => random.uuid());
  const controller = createTokensController({
    issuer,
    signer: { sign: (claims) => signer.sign(change(claims)) },
    objects: { read: (kind, _, name) => objects.find((object) => object.kind === kind && object.metadata.name === name) ?? null },
    clock,
    random,
    apiAudiences: [isEks ? "https://kubernetes.default.svc" : issuer],
    maxExpirationSeconds: isEks ? EKS.maxExpirationSeconds : 0,
    extendExpiration: true,
    ...(isEks ? { extendedSeconds: EKS.extendedSeconds } : {}),
  });
  const { namespace, serviceAccount, audiences, expirationSeconds, pod } = request;
  const boundObjectRef = pod === null ? null : { kind: "Pod", apiVersion: "v1", name: pod.name, uid: "" };
  const tokenRequest = { spec: { audiences, expirationSeconds, boundObjectRef } };
  const response = await controller({ namespace, name: serviceAccount, tokenRequest }, createTrace(clock).root);
  const body = JSON.parse(bodyText(response)) as { readonly message?: string; readonly status?: { readonly token?: string } };
  const token = body.status?.token;
  if (token === undefined) return { status: response.status, message: body.message ?? "" };
  return { token, warning: response.headers.warning?.replace(/^299 - "(.*)"$/, "$1") ?? null, documents: await fetchDocuments(publisher, issuer) };
}

function keyIdInTokens({ namedKey }: MintRequest, { keyIds }: OidcIssuer): { readonly keyIdInTokens?: string | null } {
  if (namedKey === "signing") return {};
  return { keyIdInTokens: namedKey === "published" ? (keyIds[0] ?? null) : null };
}

async function fetchDocuments({ handler }: OidcIssuer, issuer: IssuerUrl): Promise<ReadonlyMap<string, string>> {
  const span = createTrace(new VirtualClock(epochMillis(0))).quiet;
  const get = async (url: string) => bodyText(await handler({ method: "GET", url, headers: { host: new URL(url).host }, body: "" }, span));
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`;
  const discovery = await get(discoveryUrl);
  const { jwks_uri: jwksUri } = JSON.parse(discovery) as { readonly jwks_uri: string };
  return new Map([
    [discoveryUrl, discovery],
    [jwksUri, await get(jwksUri)],
  ]);
}

function storedObjects({ namespace, serviceAccount, pod }: MintRequest, uid: () => string) {
  const account = { kind: "ServiceAccount", metadata: { namespace, name: serviceAccount, uid: uid() } };
  if (pod === null) return [account];
  const stored = { kind: "Pod", metadata: { namespace, name: pod.name, uid: uid() }, spec: { serviceAccountName: serviceAccount, nodeName: pod.node } };
  return [account, stored, { kind: "Node", metadata: { name: pod.node, uid: uid() } }];
}
