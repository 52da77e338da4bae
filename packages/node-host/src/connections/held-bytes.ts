/** How many bytes are held at once, and may be. */
export interface HeldBytes {
  /** Takes so many; `false` when that would be too many. */
  take(count: number): boolean;
  give(count: number): void;
}

/** Creates a count of 0. */
export function createHeldBytes(max: number): HeldBytes {
  let held = 0;
  return {
    take(count) {
      if (held + count > max) return false;
      held += count;
      return true;
    },
    give(count) {
      held -= count;
    },
  };
}
