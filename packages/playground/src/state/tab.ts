/** What the inspector shows of the place at which the viewer stands. */
export type Tab = (typeof TABS)[number]["id"];

/** The tabs in order, each with its name and the key that opens it. */
export const TABS = [
  { id: "why", name: "Why" },
  { id: "message", name: "Message" },
  { id: "checks", name: "Checks" },
  { id: "token", name: "Token" },
  { id: "policy", name: "Policy" },
  { id: "pod", name: "Pod" },
  { id: "volume", name: "Volume" },
  { id: "chain", name: "Chain" },
] as const;
