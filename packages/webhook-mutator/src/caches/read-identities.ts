/** What the container-credentials file says, as Go reads it. */
import { decodeStructure, foldName, type GoValue, membersIn, parseGoJson } from "@irsa-sim/kubernetes-types";

/** A service account; what is absent is empty. */
export interface ListedIdentity {
  readonly namespace?: string;
  readonly serviceAccount?: string;
}

const FILE = "containercredentials.IdentityConfigObject";
const STRUCTURES = {
  [FILE]: membersIn({ identities: "[]containercredentials.Identity" }),
  "containercredentials.Identity": membersIn({ namespace: "string", serviceAccount: "string" }),
};

const READER = {
  memberOf: (structure: string, key: string) =>
    Object.entries(STRUCTURES)
      .find(([name]) => name === structure)?.[1]
      .find((member) => foldName(member.key) === foldName(key)),
  quantity: (text: string) => text,
};

/**
 * Reads those that are listed.
 *
 * @throws {DecodingError} in Go's words
 */
export function readIdentities(text: string): readonly ListedIdentity[] {
  const value: GoValue = parseGoJson(text);
  const { object, error } = decodeStructure(value, FILE, READER);
  if (error !== null) throw error;
  return (object as { readonly identities?: readonly ListedIdentity[] }).identities ?? [];
}
