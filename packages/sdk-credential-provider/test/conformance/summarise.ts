import { describeCell } from "./describe-cell.js";
import type { Cell } from "./situation.js";

/** Hosts that are told by the name of their service. */
const USUAL = ["sts.eu-west-1.amazonaws.com", "my-bucket.s3.eu-west-1.amazonaws.com"];

/** A cell in one line: who won, how often each peer was called in its turn, and the last error's class and text. */
export function summarise(cell: Pick<Cell, "winner" | "results" | "requests">): string {
  const turns: [peer: string, times: number][] = [];
  for (const { to, host = "" } of cell.requests) {
    const peer = host === "" || USUAL.includes(host) ? to : host;
    const last = turns.at(-1);
    if (last?.[0] === peer) last[1] += 1;
    else turns.push([peer, 1]);
  }
  const calls = turns.map(([peer, times]) => (times === 1 ? peer : `${peer} x${times}`)).join(", ");
  const failed = cell.results.at(-1)?.ok === false ? ` | ${describeCell({ ...cell, results: cell.results.slice(-1), requests: [] })[1]}` : "";
  return `${cell.winner} | ${calls}${failed}`;
}
