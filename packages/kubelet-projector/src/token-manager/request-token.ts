import { bodyText, type EpochMillis, epochMillis, type HttpRequest, type Network, NetworkError, type Span, type TlsPolicy } from "@irsa-sim/core";
import { VolumeError } from "../projected-volume/volume-error.js";
import type { TokenLifetime } from "./decide-refresh.js";

/** How the kubelet reaches the API server. */
export interface ApiServerClient {
  readonly network: Network;
  /** `https://kubernetes.default.svc`. */
  readonly apiServerUrl: string;
  readonly bearerToken: string;
  readonly tls: TlsPolicy;
}

interface TokenClient extends ApiServerClient {
  readonly minorVersion: number;
}

/** From here on an empty creation time is left out. */
const NO_EMPTY_TIME_SINCE = 34;

/** What is asked for. */
export interface TokenWanted {
  readonly namespace: string;
  readonly serviceAccountName: string;
  /** Empty for the API server's own audience. */
  readonly audience: string;
  readonly expirationSeconds: number;
  readonly pod: { readonly name: string; readonly uid: string };
}

/** What came back. */
export interface IssuedToken extends TokenLifetime {
  readonly token: string;
}

/** A TokenRequest that failed; the message is what the kubelet logs as the cause. */
export class TokenRequestError extends VolumeError {}

/**
 * Asks the API server for a token bound to the pod.
 *
 * @throws {TokenRequestError} when the server refuses or cannot be reached
 * @see kubernetes-tokens.md, sections 1.1 and 6.1
 */
export async function requestToken(client: TokenClient, wanted: TokenWanted, span: Span): Promise<IssuedToken> {
  const response = await sendOrFail(client, buildRequest(client, wanted), span);
  if (response.status === 404 && !bodyText(response).startsWith("{")) {
    throw new TokenRequestError("the API server does not have TokenRequest endpoints enabled");
  }
  const body = JSON.parse(bodyText(response)) as Answer;
  if (response.status !== 201) throw new TokenRequestError(body.message ?? `the server answered ${response.status}`);
  return {
    token: body.status.token,
    expirationSeconds: body.spec.expirationSeconds,
    expiresAt: epochMillis(Date.parse(body.status.expirationTimestamp)) satisfies EpochMillis,
  };
}

interface Answer {
  readonly message?: string;
  readonly spec: { readonly expirationSeconds: number };
  readonly status: { readonly token: string; readonly expirationTimestamp: string };
}

function buildRequest(client: TokenClient, wanted: TokenWanted): HttpRequest {
  const body = {
    kind: "TokenRequest",
    apiVersion: "authentication.k8s.io/v1",
    metadata: client.minorVersion >= NO_EMPTY_TIME_SINCE ? {} : { creationTimestamp: null },
    spec: {
      audiences: wanted.audience === "" ? null : [wanted.audience],
      expirationSeconds: wanted.expirationSeconds,
      boundObjectRef: { kind: "Pod", apiVersion: "v1", name: wanted.pod.name, uid: wanted.pod.uid },
    },
    status: { token: "", expirationTimestamp: null },
  };
  return {
    method: "POST",
    url: `${client.apiServerUrl}/api/v1/namespaces/${wanted.namespace}/serviceaccounts/${wanted.serviceAccountName}/token`,
    headers: {
      authorization: `Bearer ${client.bearerToken}`,
      "content-type": "application/json",
      accept: "application/vnd.kubernetes.protobuf,application/json",
    },
    body: JSON.stringify(body),
  };
}

async function sendOrFail(client: ApiServerClient, request: HttpRequest, span: Span) {
  try {
    return await client.network.send(request, span, { name: "TokenRequest", tls: client.tls });
  } catch (error) {
    if (error instanceof NetworkError) throw new TokenRequestError(`Post "${request.url}": ${error.message}`);
    throw error;
  }
}
