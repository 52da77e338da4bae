/** A service asked with real signatures. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { encodeRequest, loadService, operationFor } from "@irsa-sim/aws-reference";
import { createRandom, createTrace, epochMillis, type HttpResponse, type JsonObject, VirtualClock } from "@irsa-sim/core";
import { createAuthenticate, createIam, createSessionStore, type StoredPolicy } from "@irsa-sim/iam";
import { SignatureV4 } from "@smithy/signature-v4";
import { createService } from "./index.js";

const ACCOUNT = "111122223333";
const NOW = Date.UTC(2026, 0, 5, 9);

/** One call. */
export interface TestServiceCall {
  readonly action: string;
  readonly parameters?: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
  /** `null` for no signature. */
  readonly region?: string | null;
  readonly signedAt?: number;
}

/** Calls a service as the developer, whose only policy is of these statements. */
export async function askService(
  statements: readonly JsonObject[],
  { action, parameters = {}, headers = {}, region = "eu-west-1", signedAt = NOW }: TestServiceCall,
  policyOf: (resource: string) => StoredPolicy | null = () => null,
) {
  const [prefix = "", name = ""] = action.split(":");
  const reference = await loadService(prefix);
  const found = reference === null ? null : operationFor(reference, name);
  if (reference === null || found === null) throw new Error(`no ${action}`);
  const clock = new VirtualClock(epochMillis(NOW));
  const random = createRandom("service");
  const iam = createIam({ clock, random, accounts: [ACCOUNT] });
  const sessions = createSessionStore({ clock, random });
  const developer = iam.account(ACCOUNT)?.users.get("developer");
  if (developer === undefined) throw new Error("no developer");
  iam.account(ACCOUNT)?.users.set("developer", {
    ...developer,
    policies: [{ source: "user/developer/policy", document: { Version: "2012-10-17", Statement: [...statements] } }],
  });
  const own = { prefix, reference, region: "eu-west-1", signingRegion: "eu-west-1", partition: "aws", policyOf };
  const handler = createService({ ...own, iam, authenticate: createAuthenticate({ iam, sessions }), clock, random });
  const trace = createTrace(clock);
  const host = `${prefix}.eu-west-1.amazonaws.com`;
  const encoded = encodeRequest(found, parameters);
  const url = new URL(`https://${host}${encoded.path}`);
  const request = {
    method: encoded.method,
    protocol: "https:",
    hostname: host,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host, ...encoded.headers, ...headers },
    body: encoded.body,
  };
  const signer = new SignatureV4({ service: found.api.signingName, region: region ?? "", credentials: developer, sha256: Sha256 });
  const signed = region === null ? request : await signer.sign(request, { signingDate: new Date(signedAt) });
  const lower = Object.fromEntries(Object.entries(signed.headers).map(([key, value]) => [key.toLowerCase(), value]));
  const response: HttpResponse = await handler({ method: encoded.method, url: url.href, headers: lower, body: encoded.body }, trace.root);
  return { response, events: trace.events, callerArn: developer.arn };
}
