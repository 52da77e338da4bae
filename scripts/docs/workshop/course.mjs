// The half-day course: the scenarios tagged `workshop`, in blocks of one message each, and the time that they take.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { PACKS } from "../catalogue/packs.mjs";

const SCENARIOS = fileURLToPath(new URL("../../../scenarios/", import.meta.url));

/** The blocks in order; an exercise is a scenario with its report, its own file and its number in the course. */
export function courseOf(played) {
  const workshop = played.filter(({ scenario }) => scenario.tags.includes("workshop"));
  const messages = Object.keys(PACKS).filter((tag) => tag.startsWith("says-") && workshop.filter(hasTag(tag)).length > 1);
  const blocks = [
    ...messages.map((tag) => ({ name: tag, tags: `workshop,${tag}`, told: PACKS[tag], exercises: workshop.filter(hasTag(tag)) })),
    {
      name: "says-something-else",
      tags: ["workshop", ...messages.map((tag) => `!${tag}`)].join(","),
      told: "three messages of their own",
      exercises: workshop.filter((one) => !messages.some((tag) => hasTag(tag)(one))),
    },
  ];
  const before = (index) => blocks.slice(0, index).reduce((sum, { exercises }) => sum + exercises.length, 0);
  return blocks.map((block, index) => ({
    ...block,
    number: index + 1,
    file: `${index + 1}-${block.name}`,
    exercises: block.exercises.map((one, place) => ({ ...one, number: before(index) + place + 1, written: readScenario(one.name) })),
  }));
}

function hasTag(tag) {
  return ({ scenario }) => scenario.tags.includes(tag);
}

function readScenario(name) {
  return parse(readFileSync(`${SCENARIOS}${name}/scenario.yaml`, "utf8"));
}
