import type { Cause } from "@irsa-sim/diagnosis";
import type { ScenarioOutline } from "./scenario-outline.js";

/** What the viewer looks for. */
export interface CatalogueQuery {
  /** Words that must all be found, in whatever is known of a scenario: message, cause, tag, title, name. */
  readonly words: string;
  /** A step in which it is refused; `"succeeds"` for those that are not refused; `null` for all. */
  readonly step: number | "succeeds" | null;
  readonly onlyLessons: boolean;
}

/** Finds scenarios; those whose name or title has the words come first. */
export function searchCatalogue(outlines: readonly ScenarioOutline[], causes: readonly Cause[], query: CatalogueQuery): readonly ScenarioOutline[] {
  const words = query.words.toLowerCase().split(/\s+/).filter(Boolean);
  const byId = new Map(causes.map((cause) => [cause.id, cause]));
  const found = outlines.filter(
    (outline) => fitsStep(outline, query.step) && (!query.onlyLessons || outline.hasLesson) && hasAll(textOf(outline, byId.get(outline.cause ?? "")), words),
  );
  const isNear = ({ name, title }: ScenarioOutline): boolean => words.length > 0 && hasAll(`${name} ${title}`.toLowerCase(), words);
  return [...found.filter(isNear), ...found.filter((outline) => !isNear(outline))];
}

function fitsStep({ step, outcome }: ScenarioOutline, wanted: CatalogueQuery["step"]): boolean {
  if (wanted === null) return true;
  return wanted === "succeeds" ? outcome === "succeeded" : step === wanted;
}

function textOf({ name, title, tags, step, cause, message }: ScenarioOutline, known: Cause | undefined): string {
  const parts = [name, title, ...tags, step === null ? "" : `step ${step}`, cause ?? "", message ?? "", known?.title ?? "", known?.see ?? "", known?.why ?? ""];
  return parts.join("\n").toLowerCase();
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}
