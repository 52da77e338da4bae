import type { Arrow, Moment } from "@irsa-sim/story";
import { labelWork } from "./label-work.js";
import type { Row } from "./row.js";

/** An arrow as one line, or as request and answer where something is drawn between them, or where it was refused. */
export function rowsOfArrow(arrow: Arrow, moments: readonly Moment[]): readonly Row[] {
  const { seq, endSeq, step, at, from, to, name, refusal } = arrow;
  const isRefused = refusal !== null;
  const request = { kind: "request", seq, step, at, from, to, label: name, isRefused: false, arrow, moment: null } as const;
  const inner = moments.filter((moment) => moment.seq > seq && moment.seq < (endSeq ?? seq));
  if (!isRefused && !inner.some((moment) => moment.kind === "arrow" || labelWork(moment) !== null)) {
    return [{ ...request, kind: "call", label: arrow.status === null ? name : `${name} · ${arrow.status}`, seq: endSeq === null ? seq : endSeq - 1 }];
  }
  const answer: Row = {
    ...request,
    kind: "response",
    seq: (endSeq ?? seq + 1) - 1,
    step: refusal?.decidedIn ?? arrow.answeredIn ?? step,
    at: arrow.answeredAt ?? at,
    from: to,
    to: from,
    label: answerLabel(arrow),
    isRefused,
  };
  return [request, answer];
}

function answerLabel({ status, refusal }: Arrow): string {
  if (refusal === null) return status === null ? "no answer" : String(status);
  const code = refusal.code === String(status) ? "" : refusal.code;
  return [status, code].filter((part) => part !== null && part !== "").join(" ") || "no answer";
}
