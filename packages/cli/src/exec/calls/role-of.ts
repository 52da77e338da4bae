const SESSION = /^(arn:[^:]*:sts::\d+:assumed-role\/[^/]+)\/.*$/;

/**
 * The role that a session is of, written as the ARN of any of its sessions: many SDKs give each process a session of its own.
 *
 * @example roleOf("arn:aws:sts::111122223333:assumed-role/my-pod-role/app") // => "arn:aws:sts::111122223333:assumed-role/my-pod-role/*"
 */
export function roleOf(principal: string | null): string | null {
  return principal?.replace(SESSION, "$1/*") ?? null;
}
