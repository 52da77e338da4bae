/**
 * The EKS Auth API of one region: AssumeRoleForPodIdentity, which agents call and nobody else.
 * Leaves out: target roles, associations without session tags, its events in CloudTrail.
 * @see the service model eks-auth, 2023-11-26
 */
import { bodyText, type Clock, type Handler, type HttpRequest, type HttpResponse, type Random, type Span, toEpochSeconds } from "@irsa-sim/core";
import type { Authenticate, Iam, RoleSession, SessionKeeper } from "@irsa-sim/iam";
import { checkCaller } from "./eks-auth/checks/01-caller.js";
import { AUDIENCE, checkToken } from "./eks-auth/checks/02-token.js";
import { checkAssociation } from "./eks-auth/checks/03-association.js";
import { checkTrustPolicy } from "./eks-auth/checks/04-trust-policy.js";
import type { Association, ClusterIdentity } from "./eks-auth/cluster-identity.js";
import { EKS_AUTH_FAULTS, EksAuthFault, renderFault } from "./eks-auth/eks-auth-fault.js";
import { sessionName, sessionTags } from "./eks-auth/session-tags.js";

/** What the API works with. */
export interface EksAuthOptions {
  readonly region: string;
  readonly iam: Iam;
  readonly authenticate: Authenticate;
  readonly sessions: SessionKeeper;
  readonly clock: Clock;
  readonly random: Random;
}

/** The API, and the way for clusters to become known to it. */
export interface EksAuth {
  readonly handler: Handler;
  addCluster(cluster: ClusterIdentity): void;
}

const PATH = /^\/clusters\/([^/]+)\/assume-role-for-pod-identity$/;
/** Sessions of EKS Pod Identity last six hours. */
const DURATION_SECONDS = 21_600;

/**
 * Creates the API's handler for `eks-auth.<region>.api.aws`.
 *
 * @example
 * const eksAuth = createEksAuth({ region: "eu-west-1", iam, authenticate, sessions, clock, random });
 * hosts.listen({ host: "eks-auth.eu-west-1.api.aws", actor: "aws", handler: eksAuth.handler, certificate });
 */
export function createEksAuth(options: EksAuthOptions): EksAuth {
  const clusters = new Map<string, ClusterIdentity>();
  return {
    addCluster(cluster) {
      clusters.set(cluster.name, cluster);
    },
    handler: async (request, span) => {
      const requestId = options.random.uuid();
      try {
        return await assumeRole(options, { request, requestId, clusters, span: span.enter("AssumeRoleForPodIdentity", { step: 6, actor: "aws" }) });
      } catch (error) {
        if (error instanceof EksAuthFault) return renderFault(error, requestId);
        throw error;
      }
    },
  };
}

interface Received {
  readonly request: HttpRequest;
  readonly requestId: string;
  readonly clusters: ReadonlyMap<string, ClusterIdentity>;
  readonly span: Span;
}

/** @throws {EksAuthFault} what the agent is told */
async function assumeRole(options: EksAuthOptions, { request, requestId, clusters, span }: Received): Promise<HttpResponse> {
  const [, name = ""] = PATH.exec(new URL(request.url).pathname) ?? [];
  const cluster = clusters.get(decodeURIComponent(name));
  if (cluster === undefined) throw EKS_AUTH_FAULTS.unknownCluster(name);
  const { region, clock, iam, authenticate } = options;
  const call = { request, span, region, clock, iam, authenticate, cluster, token: tokenIn(request) };
  await checkCaller(call);
  const pod = await checkToken(call);
  const association = checkAssociation(call, pod);
  const tags = sessionTags(cluster, pod);
  const role = checkTrustPolicy(call, association, tags);
  const session = await options.sessions.issue({
    role,
    sessionName: sessionName({ cluster: cluster.name, pod: pod.podName, id: options.random.uuid() }),
    durationSeconds: DURATION_SECONDS,
    webIdentity: null,
    grants: { policies: null, tags, transitiveTagKeys: [...tags.keys()], sourceIdentity: null },
  });
  const { accessKeyId, assumedRoleArn, roleArn, issuedAt, expiresAt } = session;
  const after = { accessKeyId, assumedRoleArn, roleArn, issuedAt, expiresAt, tags: Object.fromEntries(tags) };
  span.about({ session: assumedRoleArn }).change({ what: `session ${assumedRoleArn}`, before: null, after });
  return {
    status: 200,
    headers: { "content-type": "application/json", "x-amzn-requestid": requestId },
    body: JSON.stringify(describe(session, { cluster, association })),
  };
}

function tokenIn(request: HttpRequest): string {
  try {
    const { token } = JSON.parse(bodyText(request)) as { readonly token?: unknown };
    if (typeof token === "string") return token;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw EKS_AUTH_FAULTS.badRequest("a body with the member token is required");
}

function describe(session: RoleSession, { cluster, association }: { readonly cluster: ClusterIdentity; readonly association: Association }) {
  const { id, namespace, serviceAccount } = association;
  return {
    subject: { namespace, serviceAccount },
    audience: AUDIENCE,
    podIdentityAssociation: { associationArn: `${cluster.arn.replace(":cluster/", ":podidentityassociation/")}/${id}`, associationId: id },
    assumedRoleUser: { arn: session.assumedRoleArn, assumeRoleId: `${session.roleId}:${session.sessionName}` },
    credentials: {
      accessKeyId: session.accessKeyId,
      secretAccessKey: session.secretAccessKey,
      sessionToken: session.sessionToken,
      expiration: toEpochSeconds(session.expiresAt),
    },
  };
}
