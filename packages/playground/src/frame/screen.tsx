import type { ReactNode } from "react";
import { Diagram } from "../diagram/diagram.js";
import { FilesView } from "../editor/files-view.js";
import { Inspector } from "../inspector/inspector.js";
import { LessonCard } from "../lesson/lesson-card.js";
import { LessonDocuments } from "../lesson/lesson-documents.js";
import { Rail } from "../rail/rail.js";
import { Timeline } from "../timeline/timeline.js";
import { FileFaults } from "./file-faults.js";
import type { View } from "./page-context.js";
import { TopBar } from "./top-bar.js";
import { usePage } from "./use-page.js";

/** What is always there: bar, rail, diagram or files, inspector, time line. */
export function Screen({ banner }: { readonly banner: ReactNode }) {
  const { state, view } = usePage();
  const isHidden = state.lesson !== null && !state.lesson.isRevealed;
  return (
    <div className="screen" data-scenario={state.outcome?.kind === "played" ? view?.scenario.name : undefined}>
      <TopBar />
      <Rail />
      <main className="centre" aria-label={state.centre === "diagram" ? "Sequence diagram" : "Files"}>
        {banner}
        <FileFaults />
        {view !== null && <Centre view={view} isHidden={isHidden} />}
      </main>
      <Timeline />
      <aside className="side" aria-label="Inspector">
        {state.lesson !== null && <LessonCard />}
        {!isHidden && view !== null && <Inspector view={view} />}
      </aside>
    </div>
  );
}

function Centre({ view, isHidden }: { readonly view: View; readonly isHidden: boolean }) {
  const { state } = usePage();
  if (isHidden) return <LessonDocuments key={view.scenario.name} scenario={view.scenario} />;
  return state.centre === "files" ? <FilesView /> : <Diagram view={view} />;
}
