import type { Selection } from "../testing/select-scenarios.js";
import type { ScenarioOutline } from "./scenario-outline.js";

/** What a list is narrowed by. */
export interface OutlineSelection {
  /** All of `wanted` and none of `unwanted`. */
  readonly tags?: Selection["tags"] | undefined;
  /** In which step it is refused. */
  readonly step?: number | undefined;
  /** An SDK that it plays, such as `go-v2`, or the beginning of its name. */
  readonly sdk?: string | undefined;
  /** Something that stands in its name, title, tags, message or cause. */
  readonly word?: string | undefined;
}

/** The scenarios that a list shows, in their order. */
export function selectOutlines(outlines: readonly ScenarioOutline[], { tags, step, sdk, word }: OutlineSelection): readonly ScenarioOutline[] {
  return outlines.filter(
    (outline) =>
      (tags === undefined || (tags.wanted.every((tag) => outline.tags.includes(tag)) && !tags.unwanted.some((tag) => outline.tags.includes(tag)))) &&
      (step === undefined || outline.step === step) &&
      (sdk === undefined || outline.sdks.some((one) => one === sdk || one.startsWith(`${sdk}-`))) &&
      (word === undefined || says(outline, word.toLowerCase())),
  );
}

function says({ name, title, tags, message, cause }: ScenarioOutline, word: string): boolean {
  return [name, title, ...tags, message ?? "", cause ?? ""].some((text) => text.toLowerCase().includes(word));
}
