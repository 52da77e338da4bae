import type { Content, Member, ObjectContent } from "./content.js";

/** A body by what it is. */
export type DecodedBody =
  | { readonly kind: "empty" }
  | { readonly kind: "text" | "json"; readonly content: Content }
  | { readonly kind: "form" | "xml"; readonly content: ObjectContent }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array };

/** A request, decoded. */
export interface DecodedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Member[];
  readonly body: DecodedBody;
}

/** A response, decoded. */
export interface DecodedResponse {
  readonly status: number;
  readonly headers: readonly Member[];
  readonly body: DecodedBody;
}
