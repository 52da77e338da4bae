import type { SessionKeeper } from "@irsa-sim/iam";

/** Where temporary credentials come from, in the words of an SDK's search for them. */
export interface OriginOfCredentials {
  readonly source: "web-identity" | "assume-role";
  readonly accessKeyId: string;
  readonly roleArn: string;
}

/** What a request says of its credentials. */
export interface PresentedCredentials {
  readonly accessKeyId: string;
  readonly sessionToken: string | null;
}

/**
 * Creates the way from what is presented to where it came from: for credentials that another replica issued, of which nothing stands in the trace.
 *
 * @returns `null` for what is nobody's, for a user's, and for the node's, whose metadata is each world's own
 */
export function createOriginOfCredentials(
  sessions: SessionKeeper,
  nodeRoleArn: string,
): (presented: PresentedCredentials) => Promise<OriginOfCredentials | null> {
  return async (presented) => {
    const session = await sessions.find(presented);
    const isPresented = session?.kind === "role" && session.accessKeyId === presented.accessKeyId && session.sessionToken === presented.sessionToken;
    if (!isPresented || session.roleArn === nodeRoleArn) return null;
    return { source: session.webIdentity === null ? "assume-role" : "web-identity", accessKeyId: session.accessKeyId, roleArn: session.roleArn };
  };
}
