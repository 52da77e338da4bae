import type { SourceReference } from "@irsa-sim/core";
import { markDifference } from "@irsa-sim/story";

interface Side {
  readonly value: string;
  readonly from: SourceReference | null;
}

interface ComparedValuesProps {
  readonly expected: Side;
  readonly actual: Side;
  /** What the two sides are called. */
  readonly names?: readonly [string, string];
}

/** Two compared values under each other, what differs marked, each with the place where it was written. */
export function ComparedValues({ expected, actual, names = ["expected", "found"] }: ComparedValuesProps) {
  const parts = markDifference(expected.value, actual.value);
  return (
    <dl className="compared">
      <Value name={names[0]} from={expected.from} before={parts.before} own={parts.expected} after={parts.after} />
      <Value name={names[1]} from={actual.from} before={parts.before} own={parts.actual} after={parts.after} />
    </dl>
  );
}

interface ValueProps {
  readonly name: string;
  readonly from: SourceReference | null;
  readonly before: string;
  readonly own: string;
  readonly after: string;
}

function Value({ name, from, before, own, after }: ValueProps) {
  return (
    <div>
      <dt>
        {name}
        <span className="compared-from">{from === null ? "" : placeOf(from)}</span>
      </dt>
      <dd className="mono">
        {before}
        {own !== "" && <mark>{own}</mark>}
        {after}
      </dd>
    </div>
  );
}

function placeOf({ file, line, pointer }: SourceReference): string {
  const name = file.split("/").slice(-2).join("/");
  if (line !== undefined) return `${name}:${line}`;
  return pointer === undefined ? name : `${name}, ${pointer}`;
}
