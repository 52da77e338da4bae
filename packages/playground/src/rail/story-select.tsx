import type { Story } from "@irsa-sim/story";
import { usePage } from "../frame/use-page.js";

/** Whose story is drawn, where a run has more than one container's. */
export function StorySelect() {
  const { view, dispatch } = usePage();
  const choices = view?.run.stories.filter(({ kind }) => kind === "container") ?? [];
  if (view === null || choices.length < 2) return null;
  const isOther = !choices.some(({ id }) => id === view.story.id);
  return (
    <label className="story-select">
      <span>Story of</span>
      <select value={view.story.id} onChange={(event) => dispatch({ kind: "story", id: event.target.value })}>
        {(isOther ? [view.story, ...choices] : choices).map((story) => (
          <option key={story.id} value={story.id}>
            {nameOf(story)}
          </option>
        ))}
      </select>
    </label>
  );
}

function nameOf({ kind, name, subject }: Story): string {
  return kind === "container" ? `${subject.cluster === undefined ? "" : `${subject.cluster}/`}${subject.pod ?? ""} ${name}` : name;
}
