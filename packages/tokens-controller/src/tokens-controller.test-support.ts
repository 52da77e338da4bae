/** A controller over a few objects, and somebody who asks it for tokens. */
import { bodyText, createRandom, createTrace, epochMillis, type HttpResponse, type IssuerUrl, type JsonObject, type Span, VirtualClock } from "@irsa-sim/core";
import { createTokensController, type TokensControllerOptions } from "./index.js";

export const START_MS = Date.UTC(2025, 5, 12, 18, 31, 44, 900);
export const IAT = Math.floor(START_MS / 1000);
export const ISSUER = "https://oidc.eks.eu-west-1.amazonaws.com/id/ABC" as IssuerUrl;
export const API_AUDIENCE = "https://kubernetes.default.svc";

const OBJECTS: Readonly<Record<string, JsonObject>> = {
  "ServiceAccount/default/my-sa": { metadata: { name: "my-sa", uid: "sa-uid" } },
  "Pod/default/web-0": { metadata: { name: "web-0", uid: "pod-uid" }, spec: { serviceAccountName: "my-sa", nodeName: "node-1" } },
  "Pod/default/lost": { metadata: { name: "lost", uid: "lost-uid" }, spec: { serviceAccountName: "my-sa", nodeName: "gone" } },
  "Pod/default/pending": { metadata: { name: "pending", uid: "pending-uid" }, spec: { serviceAccountName: "my-sa" } },
  "Pod/default/unscheduled": { metadata: { name: "unscheduled", uid: "unscheduled-uid" }, spec: { serviceAccountName: "my-sa", nodeName: "" } },
  "Node//": { metadata: { name: "", uid: "nobody" } },
  "Pod/default/other": { metadata: { name: "other", uid: "other-uid" }, spec: { serviceAccountName: "other-sa" } },
  "Secret/default/key": { metadata: { name: "key", uid: "key-uid" } },
  "Node//node-1": { metadata: { name: "node-1", uid: "node-uid" } },
};

export const POD = { kind: "Pod", apiVersion: "v1", name: "web-0", uid: "pod-uid" };
export const IRSA = { audiences: ["sts.amazonaws.com"], expirationSeconds: 86_400, boundObjectRef: POD };

/** A compact JWS without a signature: these tests are about what is signed. */
const unsigned = async (claims: JsonObject): Promise<string> => `${btoa('{"alg":"RS256","kid":"key-1"}')}.${btoa(JSON.stringify(claims))}.`;

type Asking = Partial<TokensControllerOptions> & { readonly name?: string; readonly span?: Span };

/** Hands over a request as it was read. */
export async function post(tokenRequest: JsonObject, { name = "my-sa", span, ...options }: Asking = {}): Promise<HttpResponse> {
  const clock = new VirtualClock(epochMillis(START_MS));
  const controller = createTokensController({
    issuer: ISSUER,
    signer: { sign: unsigned },
    objects: { read: (kind, namespace, object) => OBJECTS[`${kind}/${namespace ?? ""}/${object}`] ?? null },
    clock,
    random: createRandom("tokens"),
    apiAudiences: [API_AUDIENCE],
    maxExpirationSeconds: 86_400,
    extendExpiration: true,
    ...options,
  });
  return controller({ namespace: "default", name, tokenRequest }, span ?? createTrace(clock).root);
}

/** Asks for a token. */
export function ask(
  spec: object,
  { name = "my-sa", metadata = {}, ...options }: Partial<TokensControllerOptions> & { readonly name?: string; readonly metadata?: object } = {},
): Promise<HttpResponse> {
  return post({ metadata, spec } as JsonObject, { ...options, name });
}

interface Answer {
  readonly message: string;
  readonly reason: string;
  readonly spec: { readonly expirationSeconds: number; readonly audiences: readonly string[]; readonly boundObjectRef: object | null };
  readonly status: { readonly token: string; readonly expirationTimestamp: string };
}

export const read = (response: HttpResponse): Answer => JSON.parse(bodyText(response)) as Answer;
export const claimsOf = (response: HttpResponse): Record<string, unknown> =>
  JSON.parse(atob(read(response).status.token.split(".")[1] as string)) as Record<string, unknown>;
