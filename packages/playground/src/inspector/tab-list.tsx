import type { KeyboardEvent } from "react";
import { usePage } from "../frame/use-page.js";
import { TABS } from "../state/tab.js";

const MOVES: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: TABS.length - 1 };

/** The inspector's tabs, moved between with the arrow keys as the ARIA practices say. */
export function TabList() {
  const { state, dispatch } = usePage();
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const move = MOVES[event.key];
    if (move === undefined) return;
    event.preventDefault();
    const place = (TABS.findIndex(({ id }) => id === state.tab) + move) % TABS.length;
    const next = TABS[place];
    if (next === undefined) return;
    dispatch({ kind: "tab", tab: next.id });
    (event.currentTarget.children[place] as HTMLElement).focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label="Inspector" onKeyDown={onKey}>
      {TABS.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          className="tab"
          aria-selected={state.tab === id}
          aria-controls="panel"
          tabIndex={state.tab === id ? 0 : -1}
          onClick={() => dispatch({ kind: "tab", tab: id })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
