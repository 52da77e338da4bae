import { type Dispatch, useEffect, useState } from "react";
import type { PageAction } from "../state/page-action.js";
import { followLive, type LiveBeginning, type LiveStatus } from "./follow-live.js";

/** Follows the simulation that serves the page, once its scenario is on the screen; `null` on any other page. */
export function useLive(beginning: LiveBeginning | null, dispatch: Dispatch<PageAction>): LiveStatus | null {
  const [status, setStatus] = useState<LiveStatus>("following");
  useEffect(
    () => (beginning === null ? undefined : followLive(beginning, { onReport: (report) => dispatch({ kind: "live", report }), onStatus: setStatus })),
    [beginning, dispatch],
  );
  return beginning === null ? null : status;
}
