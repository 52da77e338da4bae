import type { Span } from "../trace/span.js";

/** So much of a piece, and so many pieces of an answer, stand in the trace. */
const MAX_CHARACTERS = 2000;
const MAX_PIECES = 100;

/** The pieces of an answer that goes on, each noted in the trace as it is read; the reader's leaving is passed on. */
export function recordPieces(pieces: AsyncIterable<string>, span: Span): AsyncIterable<string> {
  return {
    [Symbol.asyncIterator]() {
      const reader = pieces[Symbol.asyncIterator]();
      let count = 0;
      return {
        async next() {
          const result = await reader.next();
          if (result.done !== true && count < MAX_PIECES) span.note("network.sent-more", { piece: result.value.slice(0, MAX_CHARACTERS) });
          count += 1;
          return result;
        },
        async return() {
          await reader.return?.();
          return { done: true, value: undefined };
        },
      };
    },
  };
}
