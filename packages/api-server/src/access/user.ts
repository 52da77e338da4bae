/** An authenticated caller. */
export interface User {
  /** For example `system:node:node-1`. */
  readonly name: string;
  /** Empty for none. */
  readonly uid: string;
  readonly groups: readonly string[];
  /** What else is known: for a service account the token's id, its pod and node. */
  readonly extra?: Readonly<Record<string, readonly string[]>>;
}

/** A line of the API server's token file (`--token-auth-file`). */
export interface StaticToken extends User {
  readonly token: string;
}

/** The node whose kubelet calls; `null` for every other caller. */
export function nodeNameOf({ name, groups }: User): string | null {
  return groups.includes("system:nodes") ? (/^system:node:(.+)$/.exec(name)?.[1] ?? null) : null;
}
