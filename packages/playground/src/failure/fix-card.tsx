import { useMemo } from "react";
import { usePage } from "../frame/use-page.js";
import { listFixChanges } from "./list-fix-changes.js";

/** What mends it: in words, and the scenario's own fix as lines that go and lines that come. */
export function FixCard({ fix, label }: { readonly fix: string | null; readonly label: string }) {
  const { data, state, dispatch } = usePage();
  const changes = useMemo(() => listFixChanges(data.files, state.open), [data, state.open]);
  if (fix === null && changes.length === 0) return null;
  return (
    <div className="fix">
      <p>
        <strong>{label}</strong> {fix}
      </p>
      {changes.map(({ place, before, after }) => (
        <div key={place.join("/")} className="fix-change">
          <p className="fix-place">{shortenPlace(place)}</p>
          {before.map((line, index) => (
            <p key={`-${index}${line}`} className="fix-line mono" data-kind="gone">
              <span aria-hidden="true">−</span>
              <span className="unseen">removed: </span>
              {line}
            </p>
          ))}
          {after.map((line, index) => (
            <p key={`+${index}${line}`} className="fix-line mono" data-kind="new">
              <span aria-hidden="true">+</span>
              <span className="unseen">added: </span>
              {line}
            </p>
          ))}
        </div>
      ))}
      {changes.length > 0 && (
        <button type="button" className="button" onClick={() => dispatch({ kind: "fix", isFixed: true })}>
          Apply and replay <kbd>f</kbd>
        </button>
      )}
    </div>
  );
}

/** The places one after the other; of a long name its end, which tells names apart. */
function shortenPlace(place: readonly string[]): string {
  return place.map((name) => (name.length > 34 ? `…${name.slice(-30)}` : name)).join(" › ");
}
