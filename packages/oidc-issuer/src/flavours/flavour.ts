import type { JsonObject } from "@irsa-sim/core";
import type { SigningKey } from "../keys/signing-key.js";

/** What a discovery document says. */
export interface DiscoveryInput {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Without repetitions, sorted. */
  readonly algorithms: readonly string[];
}

/** How one kind of issuer names its keys and serves its documents; members of documents in its order. */
export interface Flavour {
  keyId(subjectPublicKeyInfo: Uint8Array<ArrayBuffer>): Promise<string>;
  discovery(input: DiscoveryInput): JsonObject;
  jwk(key: SigningKey): JsonObject;
  /** Under the issuer's URL, or where the issuer does not matter under the server's. */
  readonly keysPath: string;
  readonly keysContentType: string;
  readonly methods: readonly string[];
  /** Whether a request that accepts other media types than the document's is refused. */
  readonly mindsAccept: boolean;
  /** `null` for no such header. */
  readonly cacheControl: string | null;
  /** Whether the documents stand at these paths of the server, whatever the issuer's URL is. */
  readonly isAtServerRoot: boolean;
  /** Whether the documents are copies that somebody uploads, so that they do not follow the keys. */
  readonly isCopied: boolean;
}
