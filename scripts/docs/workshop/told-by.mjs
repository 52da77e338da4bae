import { messageOf } from "../catalogue/message-of.mjs";

/** What the app of an exercise is told. */
export function toldBy({ report: { failure } }) {
  return failure === null ? "nothing: every call succeeds" : messageOf(failure);
}
