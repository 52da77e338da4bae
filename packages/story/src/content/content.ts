import type { Json, JsonObject } from "@irsa-sim/core";

/**
 * What a message says, decoded all the way down: a value in it that is itself JSON, a JWT or a base64 JSON Patch is decoded in its place, and its text stays beside
 * it. Every text says whether it is a secret, such as a session token; views shorten those.
 */
export type Content = TextContent | ScalarContent | ListContent | ObjectContent | TokenContent | PatchContent | DocumentContent | PhraseContent;

export interface TextContent {
  readonly kind: "text";
  readonly text: string;
  readonly isSecret: boolean;
}

/** A number, a boolean or `null`. */
export interface ScalarContent {
  readonly kind: "scalar";
  readonly value: number | boolean | null;
}

export interface ListContent {
  readonly kind: "list";
  readonly items: readonly Content[];
}

export interface ObjectContent {
  readonly kind: "object";
  readonly members: readonly Member[];
}

/** A member of an object, a parameter of a form, a header field or an XML element. */
export interface Member {
  readonly name: string;
  readonly content: Content;
}

/** A JWT. It is decoded and not verified. */
export interface TokenContent {
  readonly kind: "token";
  /** As it was sent; whoever has it whole can use it. */
  readonly text: string;
  readonly header: JsonObject;
  readonly claims: JsonObject;
  /** The first and the last characters of the signature. */
  readonly signature: string;
}

/** A JSON Patch (RFC 6902) that was sent as base64. */
export interface PatchContent {
  readonly kind: "patch";
  readonly text: string;
  readonly operations: readonly PatchOperation[];
}

export interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: Json;
  readonly from?: string;
}

/** JSON that was sent as text, such as a policy in a form. */
export interface DocumentContent {
  readonly kind: "document";
  readonly text: string;
  readonly content: Content;
}

/** A text in which JWTs stand, such as `Bearer eyJ...`. */
export interface PhraseContent {
  readonly kind: "phrase";
  readonly parts: readonly (TextContent | TokenContent)[];
}
