/** The issuer's keys: those published, and the one that signs, which need not be among them. */
import { importSigningKey, type SigningKey } from "./signing-key.js";

/** The keys, and the steps of a rotation. */
export interface KeyRing {
  /** In the order of the key set. */
  published(): readonly SigningKey[];
  signing(): SigningKey;
  /** Publishes a key beside the others and names it; it does not sign yet. */
  add(pem: string): Promise<string>;
  /** @throws {Error} when no published key is named so */
  signWith(kid: string): void;
  /** Takes a key out of the key set; the one that signs goes on signing what nobody can verify. */
  remove(kid: string): void;
}

/** Reads the keys; the first signs. */
export async function createKeyRing(pems: readonly string[], keyId: (subjectPublicKeyInfo: Uint8Array<ArrayBuffer>) => Promise<string>): Promise<KeyRing> {
  let published: readonly SigningKey[] = await Promise.all(pems.map((pem) => importSigningKey(pem, keyId)));
  const [first] = published;
  if (first === undefined) throw new Error("an issuer needs a key");
  let signing = first;
  return {
    published: () => published,
    signing: () => signing,
    add: async (pem) => {
      const key = await importSigningKey(pem, keyId);
      published = [...published, key];
      return key.kid;
    },
    signWith: (kid) => {
      const key = published.find((candidate) => candidate.kid === kid);
      if (key === undefined) throw new Error(`the issuer has no key ${kid}`);
      signing = key;
    },
    remove: (kid) => {
      published = published.filter((key) => key.kid !== kid);
    },
  };
}
