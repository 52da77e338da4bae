import type { Place, Span } from "./span.js";

/** Creates a span that records nothing, and so do all that are made from it: for traffic that is no part of the story. */
export function createQuietSpan(place: Place): Span {
  const span: Span = {
    ...place,
    enter: (_name, { step = place.step, actor = place.actor } = {}) => createQuietSpan({ seq: null, step, actor }),
    about: () => span,
    check: ({ passed }) => passed,
    change: () => {},
    note: () => {},
    exchange: (_name, to) => ({ span: createQuietSpan({ seq: null, step: place.step, actor: to }), sawPeer: () => {}, end: () => {} }),
  };
  return span;
}
