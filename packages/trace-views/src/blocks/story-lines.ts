import type { RunStory, Story } from "@irsa-sim/story";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

/** Of the others, so many are named. */
const MAX_NAMED = 3;

/** Whose run this is and with which SDK, and who else there is. */
export function storyLines({ stories }: RunStory, story: Story, { width, palette }: ViewOptions): readonly string[] {
  if (story.kind === "cluster") return [];
  const others = stories.filter((other) => other.kind === story.kind && other !== story);
  const isAlone = others.every(({ subject }) => subject.pod === story.subject.pod);
  const named = others.slice(0, MAX_NAMED).map((other) => (isAlone ? `${other.name} (--container ${other.name})` : describe(other)));
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : "";
  const also = others.length === 0 ? "" : ` · also ${named.join(", ")}${more}${isAlone ? "" : "; --pod shows another"}`;
  return indented(palette.quiet(`${describe(story)}${story.sdk === null ? "" : ` · ${story.sdk}`}${also}`), 0, width);
}

function describe({ kind, subject: { pod, container } }: Story): string {
  return kind === "pod" ? `pod ${pod}` : `pod ${pod}, container ${container}`;
}
