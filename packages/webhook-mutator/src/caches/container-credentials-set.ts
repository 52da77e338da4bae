import { DecodingError } from "@irsa-sim/kubernetes-types";
import { type ListedIdentity, readIdentities } from "./read-identities.js";

/** The service accounts that get container credentials, as the watched file lists them. */
export interface ContainerCredentialsSet {
  /**
   * Takes in the file's content; a missing or empty file lists nobody.
   *
   * @returns what is wrong with it, as the webhook's log has it; then the set stays as it was
   */
  load(content: string | null): string | null;
  /** Exactly; there are no wildcards. */
  has(namespace: string, name: string): boolean;
}

/**
 * Creates an empty set.
 *
 * @see webhook.md, section 10
 */
export function createContainerCredentialsSet(): ContainerCredentialsSet {
  let listed: ReadonlySet<string> = new Set();
  return {
    load(content) {
      try {
        listed = new Set((content || null) === null ? [] : readIdentities(content ?? "").map(keyOf));
        return null;
      } catch (error) {
        if (!(error instanceof DecodingError)) throw error;
        return `error Unmarshalling container credentials config file: ${error.message}`;
      }
    },
    has: (namespace, name) => listed.has(`${namespace}/${name}`),
  };
}

function keyOf({ namespace = "", serviceAccount = "" }: ListedIdentity): string {
  return `${namespace}/${serviceAccount}`;
}
