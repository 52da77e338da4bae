/**
 * The cluster's OIDC issuer: a key that signs, and two public documents by which anyone can verify.
 * Keys can be rotated with an overlap: add one, wait for caches, sign with it, remove the old one when its last token has expired.
 * @see kubernetes-tokens.md, sections 2, 3 and 9
 */
import type { Handler, IssuerUrl, JsonObject } from "@irsa-sim/core";
import { type PublicDocument, renderDocuments } from "./documents.js";
import { EKS } from "./flavours/eks.js";
import type { Flavour } from "./flavours/flavour.js";
import { KUBERNETES } from "./flavours/kubernetes.js";
import { SELF_HOSTED } from "./flavours/self-hosted.js";
import { checkSignature, type SignatureCheck } from "./keys/check-signature.js";
import { createKeyRing, type KeyRing } from "./keys/key-ring.js";
import { signClaims } from "./keys/sign-claims.js";
import { refuseStrangers } from "./refuse-strangers.js";
import { serveDocuments } from "./serve-documents.js";
import { decideDiscovery } from "./validation/decide-discovery.js";
import { findIssuerProblem } from "./validation/find-issuer-problem.js";

const FLAVOURS = { eks: EKS, kubernetes: KUBERNETES, "self-hosted": SELF_HOSTED } as const;

/** What an issuer is made from. */
export interface OidcIssuerOptions {
  /** Byte for byte what stands in `iss`; no slash at the end. */
  readonly issuer: IssuerUrl;
  /** PKCS #8 PEM, RSA or for other flavours than EKS also EC; the first signs, all are published. */
  readonly signingKeys: readonly string[];
  /** EKS's where it is absent. */
  readonly flavour?: keyof typeof FLAVOURS;
  /** For `kubernetes`: `--service-account-jwks-uri`. */
  readonly jwksUri?: string;
  /** For `kubernetes`: the API server's `host[:port]` outside, where `jwksUri` is absent. */
  readonly externalHost?: string;
  /** For `self-hosted`: what the uploaded document calls the issuer, where that is not the issuer itself (a slash too many, for example). */
  readonly documentIssuer?: string;
  /** For `self-hosted`: whether the bucket lets strangers read; `true` where absent. */
  readonly isPublic?: boolean;
  /** What tokens name as the key that signed them: its own id where absent; `null` for none, as before Kubernetes 1.16. */
  readonly keyIdInTokens?: string | null;
}

/** An issuer at work. */
export interface OidcIssuer {
  /** Serves the documents. */
  readonly handler: Handler;
  /** Key ids in the order of the key set. */
  readonly keyIds: readonly string[];
  /** Signs claims as Kubernetes does; the result is a compact JWS. */
  sign(claims: JsonObject): Promise<string>;
  /** Checks a compact JWS with the published keys, as the API server does. */
  checkSignature(token: string): Promise<SignatureCheck>;
  /** Publishes a key (PKCS #8 PEM) beside the others, and returns its id; it does not sign yet. */
  addKey(pem: string): Promise<string>;
  /** Signs with another published key from now on. */
  signWith(keyId: string): void;
  /** Takes a key out of the key set; tokens that it signed verify no more. */
  removeKey(keyId: string): void;
  /** Uploads the documents anew, which for `self-hosted` nothing else does; others always serve them as they are. */
  upload(): void;
}

/**
 * Reads the keys and starts to serve.
 *
 * @throws {Error} for an issuer that kube-apiserver does not start with, or a key that it does not sign with
 * @example
 * const issuer = await createOidcIssuer({ issuer: url, signingKeys: [pem] });
 * const kid = await issuer.addKey(newPem); // publish, then wait for caches
 * issuer.signWith(kid);
 * issuer.removeKey(oldKid);
 */
export async function createOidcIssuer(options: OidcIssuerOptions): Promise<OidcIssuer> {
  const problem = findIssuerProblem([options.issuer]);
  if (problem !== null) throw new Error(problem);
  const flavour: Flavour = FLAVOURS[options.flavour ?? "eks"];
  const ring = await createKeyRing(options.signingKeys, flavour.keyId);
  const render = () => renderFor(options, flavour, ring);
  let uploaded = render();
  return {
    handler:
      options.isPublic === false
        ? refuseStrangers
        : serveDocuments({ flavour, issuer: options.issuer, documents: () => (flavour.isCopied ? uploaded : render()) }),
    get keyIds() {
      return ring.published().map(({ kid }) => kid);
    },
    sign: (claims) => signClaims(claims, options.keyIdInTokens === undefined ? ring.signing() : { ...ring.signing(), kid: options.keyIdInTokens }),
    checkSignature: (token) => checkSignature(token, ring.published()),
    addKey: ring.add,
    signWith: ring.signWith,
    removeKey: ring.remove,
    upload: () => {
      uploaded = render();
    },
  };
}

/** The documents, or why there are none. */
function renderFor(options: OidcIssuerOptions, flavour: Flavour, ring: KeyRing): ReadonlyMap<string, PublicDocument> | string {
  const { issuer, documentIssuer = issuer, jwksUri = "", externalHost = "" } = options;
  const keys = ring.published();
  if (!flavour.isAtServerRoot) return renderDocuments(flavour, { issuer: documentIssuer, jwksUri: `${issuer}${flavour.keysPath}`, keys });
  const decision = decideDiscovery({ issuer, jwksUri, externalHost, keyCount: keys.length });
  return "problem" in decision ? decision.problem : renderDocuments(flavour, { issuer, jwksUri: decision.jwksUri, keys });
}
