import type { Change } from "./change.js";
import type { PaneName } from "./panes.js";

/** An entry of a list, and where it leads. */
export type Entry = { readonly title: string; readonly note: string } & (
  | { readonly kind: "position"; readonly index: number; readonly pane: PaneName }
  | { readonly kind: "story"; readonly id: string }
  | { readonly kind: "change"; readonly change: Change }
);
