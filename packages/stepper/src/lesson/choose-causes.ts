import type { Choice } from "../state/played.js";

const COUNT = 5;

/**
 * The causes to choose from: the right one among others of the catalogue, always the same ones for the same scenario; and that nothing is wrong.
 *
 * @param right id of the right one; `null` when nothing is wrong
 * @param name of the scenario
 */
export function chooseCauses(catalogue: readonly Choice[], right: string | null, name: string): readonly Choice[] {
  const others = catalogue.filter(({ id }) => id !== right).sort((a, b) => placeOf(a.id + name) - placeOf(b.id + name));
  const chosen = [...catalogue.filter(({ id }) => id === right), ...others].slice(0, COUNT);
  return chosen.sort((a, b) => placeOf(name + a.id) - placeOf(name + b.id));
}

/** FNV-1a, which spreads names evenly enough. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193);
  return hash >>> 0;
}
