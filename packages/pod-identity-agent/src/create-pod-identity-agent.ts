/**
 * The EKS Pod Identity agent, which runs on each node and answers pods under a link-local address: the pod's token in, a role's credentials out.
 * Leaves out: probes, metrics, the limit of calls a second.
 * @see aws/eks-pod-identity-agent, commit d4dc0f3
 */
import {
  bodyText,
  type Clock,
  type EpochMillis,
  epochMillis,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  type Network,
  NetworkError,
  type Span,
  type TlsPolicy,
  toRfc3339,
} from "@irsa-sim/core";
import { refusalOf } from "./agent/eks-auth-refusal.js";
import { createKeptCredentials, type PodCredentials } from "./agent/kept-credentials.js";
import { decideAgentRefusal } from "./agent/validate-request.js";

/** What an agent works with. */
export interface PodIdentityAgentOptions {
  readonly clusterName: string;
  /** `https://eks-auth.eu-west-1.api.aws`. */
  readonly eksAuthUrl: string;
  /** The node's, and whom it trusts. */
  readonly network: Network;
  readonly tls: TlsPolicy;
  /** The node's. */
  readonly clock: Clock;
  /** Signs a request to EKS Auth with the credentials of the node's role, as of that moment. */
  readonly sign: (request: HttpRequest, at: EpochMillis) => Promise<HttpRequest>;
}

const PATH = "/v1/credentials";
/** The agent's HTTP client gives up after this long. */
const TIMEOUT_MS = 1000;

/**
 * Creates the handler behind `http://169.254.170.23` and `http://[fd00:ec2::23]`.
 *
 * @example
 * hosts.listen({ host: "169.254.170.23", actor: "pod-identity-agent", handler: createPodIdentityAgent(options) });
 */
export function createPodIdentityAgent(options: PodIdentityAgentOptions): Handler {
  const kept = createKeptCredentials(options.clock);
  return async (request, span) => {
    const { pathname, hostname } = new URL(request.url);
    if (pathname !== PATH) return plain(404, "404 page not found");
    const work = span.enter("Fetch the pod's credentials", { step: 6, actor: "pod-identity-agent" });
    const token = request.headers.authorization ?? "";
    const refusal = decideAgentRefusal({ host: hostname.replace(/^\[|\]$/g, ""), token, now: options.clock.now() });
    work.check({
      check: "pod-identity-agent.request",
      title: "the agent can pass the token on",
      passed: refusal === null,
      expected: { value: refusal?.expected ?? "a token that can be read, in its time" },
      actual: { value: refusal?.actual ?? "one" },
      ...(refusal === null ? {} : { reason: refusal.reason }),
    });
    if (refusal !== null) return plain(refusal.status, refusal.message);
    const found = kept.find(token);
    if (found !== null) {
      work.note("pod-identity-agent.kept", { accessKeyId: found.accessKeyId, expiresAt: toRfc3339(found.expiresAt) });
      return describe(found);
    }
    const asked = await askEksAuth(options, token, work);
    if ("status" in asked) return asked;
    kept.keep(token, asked);
    return describe(asked);
  };
}

/** Credentials, or what the pod is told. */
async function askEksAuth(
  { clusterName, eksAuthUrl, network, tls, clock, sign }: PodIdentityAgentOptions,
  token: string,
  span: Span,
): Promise<PodCredentials | HttpResponse> {
  const url = `${eksAuthUrl}/clusters/${clusterName}/assume-role-for-pod-identity`;
  const request = await sign({ method: "POST", url, headers: { "content-type": "application/json" }, body: JSON.stringify({ token }) }, clock.now());
  try {
    const response = await network.send(request, span, { name: "AssumeRoleForPodIdentity", tls, timeoutMs: TIMEOUT_MS });
    if (response.status === 200) return readCredentials(bodyText(response));
    const { status, message } = refusalOf(response);
    return plain(status, message);
  } catch (error) {
    if (!(error instanceof NetworkError)) throw error;
    return plain(500, `unable to fetch credentials from EKS Auth: operation error EKS Auth: AssumeRoleForPodIdentity, ${error.message}`);
  }
}

interface AssumedRole {
  readonly assumedRoleUser: { readonly arn: string };
  /** `expiration` in seconds since 1970. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string; readonly sessionToken: string; readonly expiration: number };
}

function readCredentials(body: string): PodCredentials {
  const { assumedRoleUser, credentials } = JSON.parse(body) as AssumedRole;
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = credentials;
  return { accessKeyId, secretAccessKey, sessionToken, accountId: assumedRoleUser.arn.split(":")[4] ?? "", expiresAt: epochMillis(expiration * 1000) };
}

function describe({ accessKeyId, secretAccessKey, sessionToken, accountId, expiresAt }: PodCredentials): HttpResponse {
  const document = { AccessKeyId: accessKeyId, SecretAccessKey: secretAccessKey, Token: sessionToken, AccountId: accountId, Expiration: toRfc3339(expiresAt) };
  return { status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(document) };
}

/** As Go's server writes errors, with a line break behind them. */
function plain(status: number, message: string): HttpResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" }, body: `${message}\n` };
}
