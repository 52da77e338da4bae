import { toJson } from "@irsa-sim/trace-views";
import { useEffect } from "react";
import type { Shown } from "../state/shown.js";

/** Gives the browser's console the run on the screen: `irsaSim.json()` is what `irsa-sim run --json` prints. */
export function useConsole(shown: Shown | null): void {
  useEffect(() => {
    const json = (): string | null => (shown === null ? null : [...toJson(shown.run.report, { showTokens: true })].join(""));
    Object.assign(globalThis, { irsaSim: { json } });
  }, [shown]);
}
