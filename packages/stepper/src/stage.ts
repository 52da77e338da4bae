import type { Change } from "./state/change.js";
import type { Played } from "./state/played.js";

/** Where a scenario is played: whoever opens the stepper knows files, keys and the network. */
export interface Stage {
  /** Plays it, changed by all that was changed so far and by this; what cannot be played is told in lines for people, and changes nothing. */
  readonly play: (change: Change) => Promise<Played | { readonly problem: string }>;
  /** Whether a change needs the terminal for something else, such as an editor. */
  readonly needsTerminal: (change: Change) => boolean;
}
