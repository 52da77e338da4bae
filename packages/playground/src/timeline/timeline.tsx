import { type LifeLine, lifeLinesOf } from "@irsa-sim/story";
import { useMemo } from "react";
import type { View } from "../frame/page-context.js";
import { usePage } from "../frame/use-page.js";
import { formatClock } from "./format-clock.js";
import { formatDay } from "./format-day.js";
import { LifeBar } from "./life-bar.js";
import { rowAt } from "./row-at.js";
import { spanOf } from "./span-of.js";
import { ticksOf } from "./ticks-of.js";

const DAY_MS = 86_400_000;
const KINDS = ["token", "credentials"] as const;

/** The lives of tokens and credentials over the run's time, and a handle to move through it. */
export function Timeline() {
  const { state, view } = usePage();
  const isHidden = view === null || (state.lesson !== null && !state.lesson.isRevealed);
  return (
    <section className="time" aria-label="Time line">
      {!isHidden && <Lives view={view} />}
    </section>
  );
}

function Lives({ view }: { readonly view: View }) {
  const { dispatch } = usePage();
  const lives = useMemo(() => lifeLinesOf(view.story), [view.story]);
  const span = spanOf(view.rows, lives);
  const now = view.row?.at ?? span.from;
  const isLong = span.to - span.from > DAY_MS;
  const leftOf = (at: number): string => `${((at - span.from) / (span.to - span.from)) * 100}%`;
  return (
    <div className="time-grid">
      {KINDS.map((kind) => (
        <div key={kind} className="time-line">
          <h2>{kind}</h2>
          <ul className="time-lives">
            {lives
              .filter((life: LifeLine) => life.kind === kind)
              .map((life) => (
                <LifeBar key={`${life.id}${life.issuedAt}`} life={life} span={span} now={now} />
              ))}
          </ul>
        </div>
      ))}
      <div className="time-line">
        <output className="time-now">{formatDay(now)}</output>
        <div className="time-scale">
          <span className="time-hand" style={{ left: leftOf(now) }} aria-hidden="true" />
          <input
            type="range"
            aria-label="Time"
            min={span.from}
            max={span.to}
            step={1000}
            value={now}
            aria-valuetext={formatDay(now)}
            onChange={({ target }) => dispatch({ kind: "go", row: rowAt(view.rows, Number(target.value)) })}
          />
          <ol className="time-ticks" aria-hidden="true">
            {ticksOf(span).map((tick) => (
              <li key={tick} data-at-end={tick > span.to - (span.to - span.from) / 30 || undefined} style={{ left: leftOf(tick) }}>
                {isLong ? formatDay(tick).slice(0, 9) : formatClock(tick)}
              </li>
            ))}
          </ol>
        </div>
      </div>
    </div>
  );
}
