import { useEffect, useMemo, useReducer } from "react";
import { Break } from "../break/break.js";
import { Catalogue } from "../catalogue/catalogue.js";
import { Results } from "../catalogue/results.js";
import { Compare } from "../compare/compare.js";
import type { Opened } from "../data/opened.js";
import type { PageData } from "../data/page-data.js";
import { HandOut } from "../export/hand-out.js";
import { Share } from "../export/share.js";
import { useDrop } from "../files/use-drop.js";
import { LiveBanner } from "../live/live-banner.js";
import { useLive } from "../live/use-live.js";
import { DEFAULT_CONDITIONS } from "../play/conditions.js";
import { playScenario } from "../play/play-scenario.js";
import { createPageState, reducePage } from "../state/reduce-page.js";
import { createView } from "./create-view.js";
import { Help } from "./help.js";
import { openByHash } from "./open-by-hash.js";
import { PageContext, type View } from "./page-context.js";
import { Screen } from "./screen.js";
import { useConsole } from "./use-console.js";
import { useShortcuts } from "./use-shortcuts.js";

/** The whole page: what the viewer did, the run that follows from it, and the parts that draw it. */
export function App({ data, opened }: { readonly data: PageData; readonly opened: Opened | null }) {
  const texts = useMemo(() => new Map(Object.entries(data.files)), [data]);
  const [state, dispatch] = useReducer(reducePage, data, (given) => ({
    ...createPageState(opened?.open ?? openByHash(given.outlines, location.hash)),
    overlay: opened !== null && opened.results.length > 0 ? ("results" as const) : null,
  }));
  const { open, shown, storyId, row } = state;
  const conditions = opened?.conditions ?? DEFAULT_CONDITIONS;

  useEffect(() => {
    let isCurrent = true;
    void playScenario(texts, open, conditions).then(
      (outcome) => isCurrent && dispatch({ kind: "played", outcome: open === opened?.open ? opened.withReport(outcome) : outcome }),
    );
    return () => {
      isCurrent = false;
    };
  }, [texts, open, opened, conditions]);

  useEffect(() => {
    const onHash = (): void => dispatch({ kind: "open", open: openByHash(data.outlines, location.hash) });
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [data]);

  const seen = useMemo(() => (shown === null ? null : createView(shown, storyId)), [shown, storyId]);
  const view: View | null = useMemo(() => (seen === null ? null : { ...seen, row: seen.rows[Math.min(row, seen.rows.length - 1)] ?? null }), [seen, row]);
  const page = useMemo(() => ({ data, conditions, state, dispatch, view }), [data, conditions, state, view]);
  useShortcuts(page, { hasResults: opened !== null && opened.results.length > 0 });
  useConsole(shown);
  useDrop(dispatch);
  const live = useLive(opened !== null && open === opened.open && state.outcome !== null ? opened.live : null, dispatch);

  return (
    <PageContext value={page}>
      <Screen banner={live === null ? null : <LiveBanner status={live} />} />
      {state.overlay === "catalogue" && <Catalogue />}
      {state.overlay === "results" && opened !== null && <Results opened={opened} />}
      {state.overlay === "compare" && view !== null && <Compare view={view} />}
      {state.overlay === "break" && <Break />}
      {state.overlay === "share" && <Share />}
      {state.overlay === "help" && <Help />}
      {view !== null && state.overlay === "share" && <HandOut view={view} />}
    </PageContext>
  );
}
