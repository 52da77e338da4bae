/** What the node's instance metadata hands out: credentials of the node's role, renewed before they expire, as EC2 does. */
import { type Arn, addMillis, type Clock, type EpochMillis } from "@irsa-sim/core";
import { type Iam, NO_GRANTS, type SessionKeeper } from "@irsa-sim/iam";
import type { NodeCredentials } from "@irsa-sim/sdk-credential-provider";

/** EC2's own: six hours, replaced at the latest five minutes before the end. */
const DURATION_SECONDS = 21_600;
const RENEW_BEFORE_MS = 300_000;

/** Whose credentials the node has, and where they come from. */
export interface NodeCredentialsOptions {
  readonly roleArn: Arn;
  /** The session's name, for example `i-0a1b2c3d4e5f67890`. */
  readonly instanceId: string;
  readonly iam: Iam;
  readonly sessions: SessionKeeper;
  readonly clock: Clock;
}

/** Creates the source of the node's credentials; nothing is issued before somebody asks. */
export function createNodeCredentials({ roleArn, instanceId, iam, sessions, clock }: NodeCredentialsOptions): NodeCredentials {
  let latest: { readonly session: ReturnType<SessionKeeper["issue"]>; readonly renewAt: EpochMillis } | null = null;
  return {
    current() {
      if (latest === null || clock.now() >= latest.renewAt) {
        const role = iam.findRole(roleArn);
        if (role === null) throw new Error(`the node's role ${roleArn} does not exist`);
        const session = sessions.issue({ role, sessionName: instanceId, durationSeconds: DURATION_SECONDS, webIdentity: null, grants: NO_GRANTS });
        latest = { session, renewAt: addMillis(clock.now(), DURATION_SECONDS * 1000 - RENEW_BEFORE_MS) };
      }
      return latest.session;
    },
  };
}
