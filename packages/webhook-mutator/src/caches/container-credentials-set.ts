import { findSyntaxError } from "@irsa-sim/kubernetes-types";

/** The service accounts that get container credentials, as the watched file lists them. */
export interface ContainerCredentialsSet {
  /**
   * Takes in the file's content; a missing or empty file lists nobody.
   *
   * @returns what is wrong with it; then the set stays as it was
   */
  load(content: string | null): string | null;
  /** Exactly; there are no wildcards. */
  has(namespace: string, name: string): boolean;
}

interface Identity {
  readonly namespace?: unknown;
  readonly serviceAccount?: unknown;
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
      const text = (content ?? "").trim();
      if (text === "") {
        listed = new Set();
        return null;
      }
      const problem = findSyntaxError(text);
      if (problem !== null) return problem;
      const { identities } = JSON.parse(text) as { readonly identities?: readonly Identity[] };
      if (identities !== undefined && !Array.isArray(identities)) return "identities is no list";
      listed = new Set((identities ?? []).map(({ namespace, serviceAccount }) => `${String(namespace)}/${String(serviceAccount)}`));
      return null;
    },
    has: (namespace, name) => listed.has(`${namespace}/${name}`),
  };
}
