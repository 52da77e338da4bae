import { Diagram } from "../diagram/diagram.js";
import { FilesView } from "../editor/files-view.js";
import { Inspector } from "../inspector/inspector.js";
import { LessonCard } from "../lesson/lesson-card.js";
import { Rail } from "../rail/rail.js";
import { Timeline } from "../timeline/timeline.js";
import { FileFaults } from "./file-faults.js";
import { TopBar } from "./top-bar.js";
import { usePage } from "./use-page.js";

/** What is always there: bar, rail, diagram or files, inspector, time line. */
export function Screen() {
  const { state, view } = usePage();
  const isHidden = state.lesson !== null && !state.lesson.isRevealed;
  return (
    <div className="screen">
      <TopBar />
      <Rail />
      <main className="centre" aria-label={state.centre === "diagram" ? "Sequence diagram" : "Files"}>
        <FileFaults />
        {view !== null && (state.centre === "files" ? <FilesView /> : !isHidden && <Diagram view={view} />)}
      </main>
      <Timeline />
      <aside className="side" aria-label="Inspector">
        {state.lesson !== null && <LessonCard />}
        {!isHidden && view !== null && <Inspector view={view} />}
      </aside>
    </div>
  );
}
