import type { Opened } from "../data/opened.js";
import { Overlay } from "../frame/overlay.js";
import { usePage } from "../frame/use-page.js";

/** What a test found: what failed first, each scenario to be opened. */
export function Results({ opened: { open, results } }: { readonly opened: Opened }) {
  const { dispatch } = usePage();
  const failed = results.filter(({ outcome }) => outcome !== "passed");
  const passed = results.filter(({ outcome }) => outcome === "passed");
  return (
    <Overlay title={`${passed.length} passed, ${failed.length} failed`} isWide>
      <ul className="catalogue-list">
        {[...failed, ...passed].map(({ name, title, outcome, problem, folder, cell }) => (
          <li key={name}>
            <button type="button" className="entry" onClick={() => dispatch({ kind: "open", open: { folder, cell, isFixed: false, edits: open.edits } })}>
              <span className="entry-end" data-outcome={outcome === "passed" ? "succeeded" : "refused"}>
                {outcome === "passed" ? "✓" : "✕"}
                <span className="unseen"> {outcome}</span>
              </span>
              <span className="entry-text">
                <span className="entry-title">{title}</span>
                <span className="entry-name">
                  {name}
                  {problem === null ? "" : ` · ${problem}`}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Overlay>
  );
}
