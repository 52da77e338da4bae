import type { HttpResponse } from "@irsa-sim/core";

/** What a caller is told beside the answer, in the order in which it was found. */
export interface Warnings {
  readonly add: (text: string) => void;
  /** The answer with a `Warning` header for all that was added. */
  readonly on: (response: HttpResponse) => HttpResponse;
}

/**
 * Collects the warnings of one request.
 *
 * @see RFC 7234, section 5.5: code 299, an agent that is not named, and the text in quotes
 */
export function collectWarnings(): Warnings {
  const texts: string[] = [];
  return {
    add: (text) => void texts.push(`299 - ${JSON.stringify(text)}`),
    on: (response) => {
      const { warning: own } = response.headers;
      const all = own === undefined ? texts : [...texts, own];
      return all.length === 0 ? response : { ...response, headers: { ...response.headers, warning: all.join(", ") } };
    },
  };
}
