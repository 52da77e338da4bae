import type { LifeLine } from "@irsa-sim/story";
import { formatDay } from "./format-day.js";
import type { TimeSpan } from "./span-of.js";

/** One token or one set of credentials: from when to when it counts, and how long of that its holder uses it. */
export function LifeBar({ life, span, now }: { readonly life: LifeLine; readonly span: TimeSpan; readonly now: number }) {
  const { issuedAt, replacedAt, refreshDueAt, revoked } = life;
  const end = revoked?.at ?? life.expiresAt ?? span.to;
  const used = Math.min(replacedAt ?? end, end);
  const place = (at: number): number => ((at - span.from) / (span.to - span.from)) * 100;
  const isCurrent = issuedAt <= now && now < used;
  const words = describe(life);
  return (
    <li
      className="life"
      data-current={isCurrent || undefined}
      data-ahead={issuedAt > now || undefined}
      style={{ left: `${place(issuedAt)}%`, width: `${place(end) - place(issuedAt)}%` }}
      title={words}
    >
      <span className="unseen">{words}</span>
      <span className="life-used" style={{ width: end === issuedAt ? "100%" : `${((used - issuedAt) / (end - issuedAt)) * 100}%` }} />
      {refreshDueAt !== null && refreshDueAt > issuedAt && refreshDueAt < end && (
        <span className="life-due" style={{ left: `${((refreshDueAt - issuedAt) / (end - issuedAt)) * 100}%` }} />
      )}
      {revoked !== null && <span className="life-revoked">✕</span>}
    </li>
  );
}

function describe({ kind, of, issuedAt, refreshDueAt, expiresAt, replacedAt, revoked }: LifeLine): string {
  const at = (time: number): string => formatDay(time).slice(0, 9);
  return [
    `${kind} for ${of}`,
    `issued ${at(issuedAt)}`,
    ...(refreshDueAt === null ? [] : [`refresh due ${at(refreshDueAt)}`]),
    ...(replacedAt === null ? [] : [`replaced ${at(replacedAt)}`]),
    ...(expiresAt === null ? ["does not expire"] : [`expires ${at(expiresAt)}`]),
    ...(revoked === null ? [] : [`ended ${at(revoked.at)}: ${revoked.why}`]),
  ].join(", ");
}
