import { displayWidth } from "@irsa-sim/trace-views";
import { cut } from "./cut.js";

/** `left`, cut where it is too long, and at the right edge `right`. */
export function sides(left: string, right: string, columns: number): string {
  const room = Math.max(columns - displayWidth(right) - 1, 0);
  const start = cut(left, room);
  return `${start}${" ".repeat(Math.max(columns - displayWidth(start) - displayWidth(right), 0))}${right}`;
}
