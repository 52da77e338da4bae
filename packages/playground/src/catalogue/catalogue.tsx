import { CAUSES } from "@irsa-sim/diagnosis";
import { useEffect, useMemo, useRef, useState } from "react";
import { Overlay } from "../frame/overlay.js";
import { usePage } from "../frame/use-page.js";
import { CatalogueEntry } from "./catalogue-entry.js";
import { OpenFolder } from "./open-folder.js";
import { type CatalogueQuery, searchCatalogue } from "./search-catalogue.js";

const STEPS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** All scenarios that ship with the simulator, to be searched by whatever a person has seen of a failure. */
export function Catalogue() {
  const { data, dispatch } = usePage();
  const [query, setQuery] = useState<CatalogueQuery>({ words: "", step: null, onlyLessons: false });
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => search.current?.focus(), []);
  const found = useMemo(() => searchCatalogue(data.outlines, CAUSES, query), [data, query]);
  const open = (name: string): void => {
    const isSame = location.hash === `#${encodeURIComponent(name)}`;
    if (!isSame) location.hash = encodeURIComponent(name);
    else dispatch({ kind: "overlay", overlay: null });
  };
  return (
    <Overlay title="Catalogue" isWide>
      <div className="catalogue-query">
        <label className="catalogue-words">
          <span className="unseen">Search by message, cause, step, tag or name</span>
          <input
            type="search"
            ref={search}
            value={query.words}
            placeholder="AccessDenied, audience, cold start, sdk …"
            onChange={({ target }) => setQuery({ ...query, words: target.value })}
          />
        </label>
        <label>
          <span className="unseen">Step</span>
          <select value={String(query.step ?? "")} onChange={({ target }) => setQuery({ ...query, step: toStep(target.value) })}>
            <option value="">any step</option>
            <option value="succeeds">succeeds</option>
            {STEPS.map((step) => (
              <option key={step} value={step}>
                refused in step {step}
              </option>
            ))}
          </select>
        </label>
        <label className="catalogue-check">
          <input type="checkbox" checked={query.onlyLessons} onChange={({ target }) => setQuery({ ...query, onlyLessons: target.checked })} /> lessons
        </label>
        <OpenFolder />
        <p className="quiet catalogue-count" role="status">
          {found.length} of {data.outlines.length}
        </p>
      </div>
      <ul className="catalogue-list">
        {found.map((outline) => (
          <li key={outline.name}>
            <CatalogueEntry outline={outline} onOpen={() => open(outline.name)} />
          </li>
        ))}
      </ul>
    </Overlay>
  );
}

function toStep(value: string): CatalogueQuery["step"] {
  if (value === "") return null;
  return value === "succeeds" ? value : Number(value);
}
