import { type Dispatch, useEffect, useState } from "react";
import type { PageAction } from "../state/page-action.js";
import { followLive, type LiveStatus } from "./follow-live.js";

/** Follows the simulation that serves the page, once its scenario is on the screen; `null` on any other page. */
export function useLive(isLive: boolean, dispatch: Dispatch<PageAction>): LiveStatus | null {
  const [status, setStatus] = useState<LiveStatus>("following");
  useEffect(() => (isLive ? followLive({ onReport: (report) => dispatch({ kind: "live", report }), onStatus: setStatus }) : undefined), [isLive, dispatch]);
  return isLive ? status : null;
}
