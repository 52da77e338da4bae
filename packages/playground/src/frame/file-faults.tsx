import { usePage } from "./use-page.js";

/** Says that the files have faults, or that the run was stopped; what is drawn is then the last run that could be played. */
export function FileFaults() {
  const { state, dispatch } = usePage();
  const { outcome } = state;
  if (outcome === null || outcome.kind === "played") return null;
  const [first] = outcome.kind === "invalid" ? outcome.problems : [];
  return (
    <p className="faults" role="alert">
      <span aria-hidden="true">✕</span>{" "}
      {outcome.kind === "stopped" || first === undefined ? (
        outcome.kind === "stopped" ? (
          outcome.message
        ) : (
          ""
        )
      ) : (
        <button type="button" className="link" onClick={() => dispatch({ kind: "file", path: first.file })}>
          {first.file}:{first.line} {first.message}
        </button>
      )}{" "}
      <span className="quiet">Shown is the last run that could be played.</span>
    </p>
  );
}
