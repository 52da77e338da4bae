/**
 * The TokenRequest issuer: what kube-apiserver does at the `serviceaccounts/token` subresource. The usual telling of the flow calls it the tokens controller;
 * in Kubernetes that name belongs to the controller that fills legacy Secrets.
 * Admission is the API server's, and comes before.
 * @see kubernetes-tokens.md, sections 1 and 2
 */
import {
  addMillis,
  type Clock,
  goJson,
  type HttpResponse,
  type IssuerUrl,
  type JsonObject,
  type Random,
  type Span,
  toEpochSeconds,
  toRfc3339,
} from "@irsa-sim/core";
import { encodeObject } from "@irsa-sim/kubernetes-types";
import { checkMetadata } from "./checks/01-metadata.js";
import { checkServiceAccount } from "./checks/02-service-account.js";
import { checkExpiration } from "./checks/03-expiration.js";
import { type BoundObject, checkBoundObject } from "./checks/04-bound-object.js";
import type { CheckContext } from "./checks/check-context.js";
import { decideLifetime, EXTENDED_SECONDS, findMaximumProblem, type Lifetime } from "./decide-lifetime.js";
import { keyIdOf } from "./key-id-of.js";
import { KubernetesStatus, signingFailed } from "./kubernetes-status.js";
import type { ObjectReader, TokenSigner } from "./ports.js";
import { serviceAccountClaims } from "./service-account-claims.js";
import { parseTokenRequest } from "./token-request.js";
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
  /** The lifetime that the extension gives; absent for upstream's year, 7776000 on EKS. */
  readonly extendedSeconds?: number;
  /** Feature gate `TokenRequestServiceAccountUIDValidation`, on since 1.34; off, another uid is only warned of. */
  readonly refusesOtherAccountUid?: boolean;
  /** Feature gate `ServiceAccountTokenNodeBinding`, on since 1.31. */
  readonly bindsToNodes?: boolean;
}

/** A TokenRequest that the API server has read. */
export interface AskedToken {
  readonly namespace: string;
  /** Of the service account. */
  readonly name: string;
  /** Its members are of their types. */
  readonly tokenRequest: JsonObject;
}

/** Handles a TokenRequest. */
export type TokenRequestHandler = (asked: AskedToken, span: Span) => Promise<HttpResponse>;

/**
 * Creates the handler of `POST /api/v1/namespaces/{namespace}/serviceaccounts/{name}/token`; who calls is known to be allowed.
 *
 * @throws {Error} `the service-account-max-token-expiration must be between 1 hour and 2^32 seconds`
 */
export function createTokensController(options: TokensControllerOptions): TokenRequestHandler {
  const problem = findMaximumProblem(options.maxExpirationSeconds);
  if (problem !== null) throw new Error(problem);
  return async (asked, span) => {
    const work = span.enter("Issue the token", { step: 4, actor: "tokens-controller" });
    try {
      return await issue(options, asked, work);
    } catch (error) {
      if (error instanceof KubernetesStatus) return error.toResponse();
      throw error;
    }
  };
}

async function issue(options: TokensControllerOptions, asked: AskedToken, span: Span): Promise<HttpResponse> {
  const { namespace, name } = asked;
  const { refusesOtherAccountUid = true, bindsToNodes = true } = options;
  const tokenRequest = parseTokenRequest(asked.tokenRequest);
  const context: CheckContext = { span, objects: options.objects, namespace, name, request: tokenRequest, refusesOtherAccountUid, bindsToNodes };
  checkMetadata(context);
  const { serviceAccount, warning: uidWarning } = checkServiceAccount(context);
  const audiences = context.request.audiences.length > 0 ? context.request.audiences : options.apiAudiences;
  checkExpiration(context);
  const { boundObjectRef } = tokenRequest;
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
  span.note("tokens-controller.audit", { "authentication.kubernetes.io/issued-credential-id": `JTI=${String(claims.jti)}` });
  span.note("tokens-controller.signed", { kid: keyIdOf(token), claims });
  const body = encodeObject("v1.TokenRequest", {
    kind: "TokenRequest",
    apiVersion: "authentication.k8s.io/v1",
    metadata: { ...tokenRequest.metadata, name, namespace, uid: serviceAccount.uid, creationTimestamp: toRfc3339(now) },
    spec: { audiences, expirationSeconds: lifetime.effectiveSeconds, boundObjectRef: boundObjectRef && { ...boundObjectRef } },
    status: { token, expirationTimestamp: toRfc3339(addMillis(now, lifetime.effectiveSeconds * 1000)) },
  });
  const warning = [uidWarning, lifetime.warning].filter((text) => text !== null).map((text) => `299 - "${text}"`);
  const headers = { "content-type": "application/json", ...(warning.length === 0 ? {} : { warning: warning.join(", ") }) };
  return { status: 201, headers, body: `${goJson(body)}\n` };
}

async function sign(signer: TokenSigner, claims: JsonObject): Promise<string> {
  try {
    return await signer.sign(claims);
  } catch (error) {
    if (error instanceof TokenSigningError) throw signingFailed(error.message);
    throw error;
  }
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
    extendedSeconds: options.extendedSeconds ?? EXTENDED_SECONDS,
    boundToPod: bound?.kind === "Pod",
    audiences,
    apiAudiences: options.apiAudiences,
  });
}
