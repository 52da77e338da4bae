import { ACTOR_NAMES, type Row } from "@irsa-sim/trace-views";

interface RowButtonProps {
  readonly row: Row;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
}

/** A row as a button with its whole text; only the current one is reached with Tab, the others with the arrow keys. */
export function RowButton({ row, isCurrent, onGo }: RowButtonProps) {
  return (
    <button
      type="button"
      className="row-button"
      title={row.label}
      tabIndex={isCurrent ? 0 : -1}
      aria-current={isCurrent ? "true" : undefined}
      aria-label={describe(row)}
      onClick={onGo}
    />
  );
}

function describe({ step, from, to, label, kind, isRefused }: Row): string {
  const who = kind === "work" ? ACTOR_NAMES[from] : `${ACTOR_NAMES[from]} to ${ACTOR_NAMES[to]}`;
  return `${step === null ? "" : `Step ${step}, `}${who}: ${label}${isRefused ? ", refused" : ""}`;
}
