/** What an answer goes on with, from who makes it to who sends it. */
export interface PieceQueue {
  /** Takes one piece; nothing once the queue has ended. */
  push(piece: string): void;
  /** Nothing more comes. */
  end(): void;
  /** For one reader. */
  readonly pieces: AsyncIterable<string>;
}

/** A reader that is so many pieces behind is given up. */
const MAX_WAITING = 1000;

/**
 * Creates a queue of pieces.
 *
 * @param onEnd is told once that nobody reads any more: the queue has ended, or the reader has gone or cannot keep up
 */
export function createPieceQueue(onEnd: () => void): PieceQueue {
  const waiting: string[] = [];
  let wake = (): void => {};
  let hasEnded = false;
  const end = (): void => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd();
    wake();
  };
  const next = async (): Promise<IteratorResult<string, undefined>> => {
    while (waiting.length === 0 && !hasEnded) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const value = waiting.shift();
    return value === undefined ? { done: true, value } : { done: false, value };
  };
  const leave = async (): Promise<IteratorResult<string, undefined>> => {
    waiting.length = 0;
    end();
    return { done: true, value: undefined };
  };
  return {
    push(piece) {
      if (hasEnded) return;
      waiting.push(piece);
      if (waiting.length > MAX_WAITING) end();
      wake();
    },
    end,
    pieces: { [Symbol.asyncIterator]: () => ({ next, return: leave }) },
  };
}
