/** What can be looked at, at a place of the story. */
export type PaneName = "why" | "how" | "message" | "token" | "pod" | "checks" | "policy" | "volume" | "lives";

/** The panes in order, each with the key that opens it. */
export const PANES: readonly { readonly name: PaneName; readonly title: string; readonly key: string }[] = [
  { name: "why", title: "Why", key: "w" },
  { name: "how", title: "How", key: "h" },
  { name: "message", title: "Message", key: "m" },
  { name: "token", title: "Token", key: "t" },
  { name: "pod", title: "Pod", key: "d" },
  { name: "checks", title: "Checks", key: "c" },
  { name: "policy", title: "Policy", key: "y" },
  { name: "volume", title: "Volume", key: "v" },
  { name: "lives", title: "Lives", key: "a" },
];
