import type { Story } from "@irsa-sim/story";
import type { Row } from "@irsa-sim/trace-views";
import { createContext, type Dispatch } from "react";
import type { PageData } from "../data/page-data.js";
import type { Conditions } from "../play/conditions.js";
import type { PageAction } from "../state/page-action.js";
import type { PageState } from "../state/page-state.js";
import type { Shown } from "../state/shown.js";

/** What every part of the page draws from. */
export interface Page {
  readonly data: PageData;
  /** By which everything is played. */
  readonly conditions: Conditions;
  readonly state: PageState;
  readonly dispatch: Dispatch<PageAction>;
  /** `null` until something was played. */
  readonly view: View | null;
}

/** The run on the screen, as the chosen story sees it from where the viewer stands. */
export interface View extends Shown {
  readonly story: Story;
  readonly rows: readonly Row[];
  /** `null` in a story in which nothing happened. */
  readonly row: Row | null;
}

/** Holds the page for its parts. */
export const PageContext = createContext<Page | null>(null);
