import type { Changes } from "./changes.js";
import { decideWatch, type WatchState } from "./decide-watch.js";

/** What the loop lives on. */
export interface WatchPorts {
  readonly keys: AsyncIterator<string>;
  readonly changes: Changes;
  /** Tests once; `isOvertaken` says whether something has changed since it began, so that what it finds is no longer true. */
  readonly run: (selection: WatchState["selection"], isOvertaken: () => boolean) => Promise<void>;
  /** Shows the pattern as far as it is typed. */
  readonly showTyping: (pattern: string) => void;
}

/** Tests once, and again whenever a file changes or a key asks for it, until a key ends it. A change during a run leads to another run as well. */
export async function watchLoop({ keys, changes, run, showTyping }: WatchPorts): Promise<void> {
  let state: WatchState = { selection: "all", typing: null };
  let seen = 0;
  const runOnce = async (): Promise<void> => {
    const before = changes.count();
    seen = before;
    await run(state.selection, () => changes.count() !== before);
  };
  let key = keys.next();
  await runOnce();
  for (;;) {
    const event = changes.count() === seen ? await Promise.race([key, changes.beyond(seen)]) : "changed";
    if (event === "changed") {
      await runOnce();
      continue;
    }
    if (event.done) return;
    const decision = decideWatch(state, event.value);
    if (decision.move === "quit") return;
    // Not before: a key that is still waited for would hold the terminal.
    key = keys.next();
    state = decision.state;
    if (state.typing !== null) showTyping(state.typing);
    if (decision.move === "run") await runOnce();
  }
}
