import type { Entry } from "./entry.js";
import { positionsOf } from "./positions-of.js";
import { searchStory } from "./search-story.js";
import type { Overlay, Picking, StepperState } from "./stepper-state.js";
import { storyOf } from "./story-of.js";

/** What the open list has, narrowed down to what was typed. */
export function listEntries(state: StepperState, { kind, query }: Extract<Overlay, Picking>): readonly Entry[] {
  if (kind === "search") return searchStory(storyOf(state), positionsOf(state), query);
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  const all = kind === "select" ? storyEntries(state) : changeEntries(state);
  return all.filter(({ title, note }) => words.every((word) => `${title} ${note}`.toLowerCase().includes(word)));
}

const STORY_KINDS = { cluster: "the cluster", pod: "pod", container: "container", session: "role session" } as const;

/** What stands within what. */
const DEPTHS = { cluster: 0, pod: 1, container: 2, session: 3 } as const;

function storyEntries({ played, storyId }: StepperState): readonly Entry[] {
  const { main, stories } = played.story;
  return stories.map((story) => {
    const marks = [
      STORY_KINDS[story.kind],
      ...(story.sdk === null ? [] : [story.sdk]),
      ...(story === main ? ["shown first"] : []),
      ...(story.id === storyId ? ["shown now"] : []),
    ];
    return {
      kind: "story",
      id: story.id,
      title: `${"  ".repeat(DEPTHS[story.kind])}${story.name.replace(/^arn:.*:assumed-role\//, "")}`,
      note: marks.join(" · "),
    };
  });
}

function changeEntries({ played: { breakages, documents } }: StepperState): readonly Entry[] {
  return [
    ...breakages.map(({ id, title }) => ({ kind: "change", title, note: "", change: { kind: "break", id } }) as const),
    ...documents.map(({ id, title }) => ({ kind: "change", title: `Edit ${title}`, note: "in your editor", change: { kind: "edit", id } }) as const),
  ];
}
