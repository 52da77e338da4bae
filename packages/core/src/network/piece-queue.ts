/** What an answer goes on with, from who makes it to who sends it. */
export interface PieceQueue {
  /** Takes one piece; nothing once the queue has ended. */
  push(piece: string): void;
  /** Nothing more comes. */
  end(): void;
  /** For one reader. */
  readonly pieces: AsyncIterable<string>;
}

/** A reader that is so many pieces, or characters, behind is given up. */
const MAX_WAITING = 1000;
const MAX_WAITING_CHARACTERS = 16 * 2 ** 20;

/**
 * Creates a queue of pieces.
 *
 * @param onEnd is told once that nobody reads any more: the queue has ended, or the reader has gone or cannot keep up
 */
export function createPieceQueue(onEnd: () => void): PieceQueue {
  const waiting: string[] = [];
  let characters = 0;
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
    characters -= value?.length ?? 0;
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
      characters += piece.length;
      if (waiting.length > MAX_WAITING || characters > MAX_WAITING_CHARACTERS) end();
      wake();
    },
    end,
    pieces: { [Symbol.asyncIterator]: () => ({ next, return: leave }) },
  };
}
