import { type Layout, placeLabel, type Row } from "@irsa-sim/trace-views";

interface DiagramRowProps {
  readonly row: Row;
  readonly layout: Layout;
  readonly index: number;
  readonly isFirstOfStep: boolean;
  readonly state: "current" | "step" | "past" | "ahead";
}

/** One message or one thing that an actor did, with the step's number where a step begins. */
export function DiagramRow({ row, layout, index, isFirstOfStep, state }: DiagramRowProps) {
  const top = index * layout.rowHeight;
  const y = top + layout.rowHeight - 9;
  const { x, anchor, text } = placeLabel(row, layout);
  return (
    <g className="row" data-state={state} data-refused={row.isRefused || undefined} data-kind={row.kind}>
      {state === "current" && <rect className="row-ground" x={2} y={top + 3} width={layout.width - 4} height={layout.rowHeight - 2} rx={8} />}
      {isFirstOfStep && row.step !== null && (
        <text className="row-step" x={12} y={y + 3}>
          {row.step}
        </text>
      )}
      {row.kind === "work" ? (
        <rect className="row-work" x={layout.xOf(row.from) - 4} y={y - 5} width={8} height={8} rx={2} />
      ) : (
        <Arrow from={layout.xOf(row.from)} to={layout.xOf(row.to)} y={y} isRefused={row.isRefused} />
      )}
      <text className="row-label" x={x} y={row.kind === "work" ? y + 3 : y - 8} textAnchor={anchor}>
        {text}
      </text>
    </g>
  );
}

function Arrow({ from, to, y, isRefused }: { readonly from: number; readonly to: number; readonly y: number; readonly isRefused: boolean }) {
  const direction = Math.sign(to - from) || 1;
  const tip = to - direction;
  return (
    <>
      <line className="row-line" x1={from} x2={tip - direction * 7} y1={y} y2={y} />
      <path className="row-tip" d={`M${tip} ${y}l${-direction * 9} -4.5v9z`} />
      {isRefused && (
        <>
          <circle className="row-cross" cx={from} cy={y} r={8.5} />
          <path className="row-cross-sign" d={`M${from - 3} ${y - 3}l6 6m0 -6l-6 6`} />
        </>
      )}
    </>
  );
}
