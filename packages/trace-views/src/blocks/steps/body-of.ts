import type { Content, DecodedRequest, DecodedResponse } from "@irsa-sim/story";

/** What a message's body says; `null` for bytes, for an empty one, and for no message. */
export function bodyOf(message: DecodedRequest | DecodedResponse | null | undefined): Content | null {
  const body = message?.body;
  return body === undefined || body.kind === "empty" || body.kind === "bytes" ? null : body.content;
}
