import type { RunStory, Story } from "@irsa-sim/story";
import { indented } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

/** Of the others, so many are named. */
const MAX_NAMED = 3;

/** Whose run this is and with which SDK, and who else there is. */
export function storyLines({ stories }: RunStory, story: Story, { width, palette }: ViewOptions): readonly string[] {
  if (story.kind === "cluster") return [];
  const others = stories.filter((other) => other.kind === story.kind && other !== story);
  const isAlone = others.every(({ subject }) => subject.pod === story.subject.pod && subject.cluster === story.subject.cluster);
  const names = isAlone ? others.map(({ name }) => name) : [...new Set(others.map((other) => nameBeside(other, story)))];
  const named = names.slice(0, MAX_NAMED).join(", ");
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  const also = names.length === 0 ? "" : ` · also ${named}${more} (${isAlone ? "--container" : "--pod"})`;
  return indented(palette.quiet(`${describe(story)}${story.sdk === null ? "" : ` · ${story.sdk}`}${also}`), 0, width);
}

function describe({ kind, subject: { cluster, pod, container } }: Story): string {
  const where = cluster === undefined ? "" : `cluster ${cluster}, `;
  return kind === "pod" ? `${where}pod ${pod}` : `${where}pod ${pod}, container ${container}`;
}

/** As short as it may be said to somebody who has just read of `story`: the pod, with its cluster or its namespace where that is another. */
function nameBeside({ subject: { cluster, pod = "" } }: Story, story: Story): string {
  if (cluster !== undefined && cluster !== story.subject.cluster) return `${cluster}/${pod}`;
  const [namespace, name] = pod.split("/");
  return namespace === story.subject.pod?.split("/")[0] ? (name ?? pod) : pod;
}
