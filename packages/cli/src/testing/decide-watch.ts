/** What is run again, and what the person is typing. */
export interface WatchState {
  readonly selection: "all" | "failed" | { readonly pattern: string };
  /** The pattern as far as it is typed; `null` when none is being typed. */
  readonly typing: string | null;
}

/** What a key leads to: the state, and whether to run, to wait on or to end. */
export interface WatchDecision {
  readonly state: WatchState;
  readonly move: "run" | "wait" | "quit";
}

/** Decides what a key does: a all, f failed, p a pattern (Enter ends it, Escape drops it), q quit, Enter the same again. */
export function decideWatch(state: WatchState, key: string): WatchDecision {
  if (state.typing !== null) return decideTyping(state, state.typing, key);
  if (key === "q") return { state, move: "quit" };
  if (key === "a") return { state: { ...state, selection: "all" }, move: "run" };
  if (key === "f") return { state: { ...state, selection: "failed" }, move: "run" };
  if (key === "p") return { state: { ...state, typing: "" }, move: "wait" };
  return { state, move: key === "" ? "run" : "wait" };
}

function decideTyping(state: WatchState, typed: string, key: string): WatchDecision {
  if (key === "") return { state: { selection: typed === "" ? "all" : { pattern: typed }, typing: null }, move: "run" };
  if (key === "escape") return { state: { ...state, typing: null }, move: "wait" };
  // A longer name is that of a key which is no character.
  const longer = [...key].length === 1 ? typed + key : typed;
  return { state: { ...state, typing: key === "backspace" ? [...typed].slice(0, -1).join("") : longer }, move: "wait" };
}
