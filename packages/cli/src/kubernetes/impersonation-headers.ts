import type { Impersonation } from "./connection.js";

/** What may stand in a header's name; a percent sign begins an escape. */
const LEGAL = /[!#$&'*+\-.^_`|~0-9A-Za-z]/;

/**
 * The headers by which a request is made in somebody's place, as kubectl sends them.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation
 * @example impersonationHeaders({ user: "jane", uid: null, groups: ["dev"], extra: {} }) // => { "impersonate-user": ["jane"], "impersonate-group": ["dev"] }
 */
export function impersonationHeaders({ user, uid, groups, extra }: Impersonation): Readonly<Record<string, readonly string[]>> {
  const ofExtra = Object.entries(extra).map(([key, values]) => [`impersonate-extra-${escapeKey(key)}`, values] as const);
  return {
    "impersonate-user": [user],
    ...(uid === null ? {} : { "impersonate-uid": [uid] }),
    ...(groups.length === 0 ? {} : { "impersonate-group": groups }),
    ...Object.fromEntries(ofExtra),
  };
}

function escapeKey(key: string): string {
  return [...Buffer.from(key)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return LEGAL.test(character) ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}
