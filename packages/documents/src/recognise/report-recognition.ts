import { listNames } from "../problems/list-names.js";
import type { ProblemList } from "../problems/problem-list.js";
import type { Recognition } from "./recognition.js";

/**
 * Tells of a file what was passed over, as notices, and what could not be read, as faults. What AWS or the cluster wrote itself is told as one number.
 */
export function reportRecognition({ passedOver, faults }: Recognition, problems: ProblemList): void {
  for (const { place, fault } of faults) problems.add(place, fault);
  for (const { name, node } of passedOver.filter(({ because }) => because === "unused"))
    problems.notice(node.place, `${name} is passed over: nothing here uses it`);
  const live = passedOver.filter(({ because }) => because === "live");
  const [first] = live;
  if (first === undefined) return;
  const names = listNames([...new Set(live.map(({ name }) => name))]);
  problems.notice(
    first.node.place,
    `${live.length === 1 ? "1 value is" : `${live.length} values are`} passed over that AWS or the cluster wrote itself: ${names}`,
  );
}
