import { layOut } from "@irsa-sim/trace-views";
import { useEffect, useMemo, useRef } from "react";
import type { View } from "../frame/page-context.js";
import { usePage } from "../frame/use-page.js";
import { DiagramRow } from "./diagram-row.js";
import { LaneHeads } from "./lane-heads.js";
import { RowButton } from "./row-button.js";
import { useWidth } from "./use-width.js";
import { useWindow } from "./use-window.js";

/** The story as lanes and arrows. The picture is for eyes; over it lies a list of buttons, one a row, for hands and screen readers. */
export function Diagram({ view }: { readonly view: View }) {
  const { state, dispatch } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const width = useWidth(scroller);
  const layout = useMemo(() => layOut(view.rows, { width }), [view.rows, width]);
  const { rows, row: current } = view;
  const seen = useWindow(scroller, { rowHeight: layout.rowHeight, rows: rows.length });
  const place = current === null ? -1 : rows.indexOf(current);

  // A step happens many times in a day: only the pass that the viewer is in stands out.
  const passStart = rows.findLastIndex(({ step }, index) => index < place && step !== current?.step) + 1;

  useEffect(() => {
    const element = scroller.current;
    if (element === null || place < 0) return;
    const top = place * layout.rowHeight;
    const room = element.clientHeight - layout.headHeight - layout.rowHeight * 2;
    if (top < element.scrollTop + layout.rowHeight) element.scrollTop = top - layout.rowHeight;
    else if (top > element.scrollTop + room) element.scrollTop = top - room;
    if (current === null) return;
    const [left = 0, right = 0] = [layout.xOf(current.from), layout.xOf(current.to)].sort((a, b) => a - b);
    if (right + layout.laneWidth > element.scrollLeft + element.clientWidth) element.scrollLeft = right + layout.laneWidth - element.clientWidth;
    if (left - layout.laneWidth < element.scrollLeft) element.scrollLeft = left - layout.laneWidth;
  }, [place, layout, current]);

  return (
    <div className="diagram">
      <div className="diagram-scroller" ref={scroller}>
        <LaneHeads layout={layout} row={current} />
        <div className="diagram-body">
          <svg width={layout.width} height={rows.length * layout.rowHeight + 24} aria-hidden="true" focusable="false">
            {layout.lanes.map(({ actor, x }) => (
              <line key={actor} className="lane" x1={x} x2={x} y1={0} y2={rows.length * layout.rowHeight + 24} />
            ))}
            {rows.slice(seen.from, seen.to).map((row, index) => (
              <DiagramRow
                key={`${row.kind}${row.seq}`}
                row={row}
                layout={layout}
                index={seen.from + index}
                isFirstOfStep={row.step !== rows[seen.from + index - 1]?.step}
                state={statusOf(seen.from + index, place, passStart)}
              />
            ))}
          </svg>
          <ol className="diagram-buttons" aria-label="Messages">
            {rows.map((row, index) => (
              <li key={`${row.kind}${row.seq}`}>
                {index >= seen.from && index < seen.to && <RowButton row={row} isCurrent={index === place} onGo={() => dispatch({ kind: "go", row: index })} />}
              </li>
            ))}
          </ol>
        </div>
      </div>
      <label className="diagram-slider">
        <span className="unseen">Message</span>
        <input
          type="range"
          min={0}
          max={Math.max(0, rows.length - 1)}
          value={Math.min(state.row, Math.max(0, rows.length - 1))}
          aria-valuetext={current === null ? "nothing happened" : `${place + 1} of ${rows.length}: ${current.label}`}
          onChange={(event) => dispatch({ kind: "go", row: Number(event.target.value) })}
        />
        <output aria-hidden="true">
          {place + 1} / {rows.length}
        </output>
      </label>
    </div>
  );
}

function statusOf(index: number, place: number, passStart: number): "current" | "step" | "past" | "ahead" {
  if (index === place) return "current";
  if (index >= passStart && index < place) return "step";
  return index < place ? "past" : "ahead";
}
