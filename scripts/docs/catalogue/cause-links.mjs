// A cause stands on the page of the step in which it is met first, or of what gives no error.
import { CAUSES } from "../../../packages/diagnosis/dist/index.js";
import { cell } from "../cell.mjs";

/** Where each cause is told, from the scenarios that meet it: `pages`, in order, and `linkTo(cause)` with its title. */
export function createCauseLinks(entries) {
  const pageOf = new Map(CAUSES.map(({ id }) => [id, pageFor(id, entries)]));
  const names = [...new Set(pageOf.values())].sort();
  return {
    pages: names.map((page) => ({ page, causes: CAUSES.filter(({ id }) => pageOf.get(id) === page) })),
    linkTo(id) {
      const cause = CAUSES.find((one) => one.id === id);
      return `[${id}](${pageOf.get(id)}.md#cause-${id}): ${cell(cause.title)}`;
    },
  };
}

function pageFor(id, entries) {
  const steps = entries.flatMap(({ failure }) => (failure?.cause === id ? [failure.step] : []));
  return steps.length > 0 ? `causes-step-${Math.min(...steps)}` : "causes-no-error";
}
