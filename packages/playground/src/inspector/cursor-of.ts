import type { Cursor } from "@irsa-sim/story";
import type { View } from "../frame/page-context.js";

/** Where the viewer stands, as the story knows places. */
export function cursorOf({ row }: Pick<View, "row">): Cursor {
  return { seq: row?.seq ?? -1 };
}
