import type { ScenarioOutline } from "./scenario-outline.js";

/** One scenario of the catalogue: what is special about it, how it ends, and what the caller is told. */
export function CatalogueEntry({ outline, onOpen }: { readonly outline: ScenarioOutline; readonly onOpen: () => void }) {
  const { name, title, step, outcome, message, tags, hasLesson } = outline;
  return (
    <button type="button" className="entry" onClick={onOpen}>
      <span className="entry-end" data-outcome={outcome ?? "open"}>
        {step !== null ? `✕ ${step}` : outcome === "refused" ? "✕" : "✓"}
        <span className="unseen">{step !== null ? ` refused in step ${step}` : outcome}</span>
      </span>
      <span className="entry-text">
        <span className="entry-title">{title}</span>
        <span className="entry-name">
          {name}
          {message === null ? "" : ` · ${message}`}
        </span>
      </span>
      <span className="entry-tags">
        {hasLesson ? "lesson · " : ""}
        {tags.slice(0, 3).join(" · ")}
      </span>
    </button>
  );
}
