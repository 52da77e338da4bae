/** An authenticated caller. */
export interface User {
  /** For example `system:node:node-1`. */
  readonly name: string;
  /** Empty for none. */
  readonly uid: string;
  readonly groups: readonly string[];
}

/** A line of the API server's token file (`--token-auth-file`). */
export interface StaticToken extends User {
  readonly token: string;
}
