import { createRandom } from "@irsa-sim/core";

/** The items in an order that follows from the seed (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], seed: string): readonly Item[] {
  const random = createRandom(`${seed}/order`);
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = random.integer(0, last);
    [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
  }
  return shuffled;
}
