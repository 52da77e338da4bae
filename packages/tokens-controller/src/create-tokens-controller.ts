/**
 * The TokenRequest issuer: what kube-apiserver does at the `serviceaccounts/token` subresource. The usual telling of the flow calls it the tokens controller;
 * in Kubernetes that name belongs to the controller that fills legacy Secrets.
 * Leaves out: admission by NodeRestriction, audit annotations.
 * @see kubernetes-tokens.md, sections 1 and 2
 */
import {
  addMillis,
  bodyText,
  type Clock,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  type IssuerUrl,
  type JsonObject,
  type Random,
  type Span,
  toEpochSeconds,
  toRfc3339,
} from "@irsa-sim/core";
import { checkMetadata } from "./checks/01-metadata.js";
import { checkServiceAccount } from "./checks/02-service-account.js";
import { checkExpiration } from "./checks/03-expiration.js";
import { type BoundObject, checkBoundObject } from "./checks/04-bound-object.js";
import type { CheckContext } from "./checks/check-context.js";
import { decideLifetime, type Lifetime } from "./decide-lifetime.js";
import { keyIdOf } from "./key-id-of.js";
import { badRequest, KubernetesStatus, signingFailed } from "./kubernetes-status.js";
import type { ObjectReader, TokenSigner } from "./ports.js";
import { serviceAccountClaims } from "./service-account-claims.js";
import { type BoundObjectReference, parseTokenRequest } from "./token-request.js";
import { TokenSigningError } from "./token-signing-error.js";

/** What the controller is made from. */
export interface TokensControllerOptions {
  /** Goes into `iss` byte for byte. */
  readonly issuer: IssuerUrl;
  readonly signer: TokenSigner;
  readonly objects: ObjectReader;
  readonly clock: Clock;
  readonly random: Random;
  /** The audiences of a token that asks for none. */
  readonly apiAudiences: readonly string[];
  /** `--service-account-max-token-expiration`; 0 for none. */
  readonly maxExpirationSeconds: number;
  /** `--service-account-extend-token-expiration`. */
  readonly extendExpiration: boolean;
}

const PATH = /^\/api\/v1(?:\/namespaces\/([^/]+))?\/serviceaccounts\/([^/]+)\/token$/;

/** Creates the handler of `POST /api/v1/namespaces/{namespace}/serviceaccounts/{name}/token`; who calls is known to be allowed. */
export function createTokensController(options: TokensControllerOptions): Handler {
  return async (request, span) => {
    const work = span.enter("Issue the token", { step: 4, actor: "tokens-controller" });
    try {
      return await issue(options, request, work);
    } catch (error) {
      if (error instanceof KubernetesStatus) return error.toResponse();
      throw error;
    }
  };
}

async function issue(options: TokensControllerOptions, request: HttpRequest, span: Span): Promise<HttpResponse> {
  const [, namespace, name] = PATH.exec(new URL(request.url).pathname) ?? [];
  if (name === undefined || request.method !== "POST") throw new Error(`mounted at the wrong place: ${request.method} ${request.url}`);
  if (namespace === undefined) throw badRequest("namespace is required");
  const context: CheckContext = { span, objects: options.objects, namespace, name, request: parseTokenRequest(bodyText(request)) };
  checkMetadata(context);
  const serviceAccount = checkServiceAccount(context);
  const audiences = context.request.audiences.length > 0 ? context.request.audiences : options.apiAudiences;
  checkExpiration(context);
  const bound = checkBoundObject(context);
  const lifetime = lifetimeOf(options, context, { audiences, bound });
  const now = options.clock.now();
  const claims = serviceAccountClaims({
    issuer: options.issuer,
    namespace,
    serviceAccount,
    bound,
    audiences,
    lifetime,
    now: toEpochSeconds(now),
    jti: options.random.uuid(),
  });
  const token = await sign(options.signer, claims);
  span.note("tokens-controller.signed", { kid: keyIdOf(token), claims });
  const body = {
    kind: "TokenRequest",
    apiVersion: "authentication.k8s.io/v1",
    metadata: { name, namespace, uid: serviceAccount.uid, creationTimestamp: toRfc3339(now) },
    spec: { audiences, expirationSeconds: lifetime.effectiveSeconds, boundObjectRef: echoOf(context.request.boundObjectRef) },
    status: { token, expirationTimestamp: toRfc3339(addMillis(now, lifetime.effectiveSeconds * 1000)) },
  };
  const warning = lifetime.warning === null ? {} : { warning: `299 - "${lifetime.warning}"` };
  return { status: 201, headers: { "content-type": "application/json", ...warning }, body: `${JSON.stringify(body)}\n` };
}

async function sign(signer: TokenSigner, claims: JsonObject): Promise<string> {
  try {
    return await signer.sign(claims);
  } catch (error) {
    if (error instanceof TokenSigningError) throw signingFailed(error.message);
    throw error;
  }
}

/** The reference as Go writes it back: without its empty members. */
function echoOf(reference: BoundObjectReference | null): JsonObject | null {
  return reference === null ? null : Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== ""));
}

function lifetimeOf(
  options: TokensControllerOptions,
  { request }: CheckContext,
  { audiences, bound }: { readonly audiences: readonly string[]; readonly bound: BoundObject | null },
): Lifetime {
  return decideLifetime({
    requestedSeconds: request.expirationSeconds,
    maxSeconds: options.maxExpirationSeconds,
    extend: options.extendExpiration,
    boundToPod: bound?.kind === "Pod",
    audiences,
    apiAudiences: options.apiAudiences,
  });
}
