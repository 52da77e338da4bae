import { addMillis, type Clock, type EpochMillis, epochMillis } from "@irsa-sim/core";

/** What a pod gets. */
export interface PodCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly accountId: string;
  readonly expiresAt: EpochMillis;
}

/** Credentials that the agent has handed out, by the token that they were given for. */
export interface KeptCredentials {
  /** Those that are still good for handing out; `null` for none. */
  find(token: string): PodCredentials | null;
  keep(token: string, credentials: PodCredentials): void;
}

/** The agent's flags `--max-credential-retention-before-renewal` and `--max-cache-size` as EKS leaves them. */
const RETENTION_MS = 3 * 3_600_000;
const MAX_KEPT = 2000;
/** Credentials with less time than this are as good as none. */
const MIN_LEFT_MS = 15_000;

/**
 * Creates the agent's memory: for three hours who asks again gets what he got, whatever became of the association.
 * Differs from the agent, which renews what it keeps in the background and then hears of a deleted association; here it asks anew when somebody asks after three hours.
 *
 * @see aws/eks-pod-identity-agent, internal/credsretriever/refreshing_cache.go
 */
export function createKeptCredentials(clock: Clock): KeptCredentials {
  const kept = new Map<string, { readonly credentials: PodCredentials; readonly until: EpochMillis }>();
  return {
    find(token) {
      const found = kept.get(token);
      if (found === undefined) return null;
      if (clock.now() < found.until) return found.credentials;
      kept.delete(token);
      return null;
    },
    keep(token, credentials) {
      const [oldest] = kept.keys();
      if (kept.size >= MAX_KEPT && oldest !== undefined) kept.delete(oldest);
      const until = Math.min(addMillis(credentials.expiresAt, -MIN_LEFT_MS), addMillis(clock.now(), RETENTION_MS));
      kept.set(token, { credentials, until: epochMillis(until) });
    },
  };
}
