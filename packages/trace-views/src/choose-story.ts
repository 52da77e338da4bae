import type { RunStory, Story } from "@irsa-sim/story";

/** Whom a view is about. */
export interface StoryChoice {
  /** `namespace/name`, or the name alone where it stands in one namespace; with `cluster/` in front where there are several. */
  readonly pod?: string;
  /** Its name in the pod. */
  readonly container?: string;
}

/** The story that was asked for: the container, or of a pod its first; the main one when nothing is asked for, and `null` when there is none such. */
export function chooseStory({ stories, main }: RunStory, { pod, container }: StoryChoice): Story | null {
  if (pod === undefined && container === undefined) return main;
  const ofPod = stories.filter(({ subject }) => subject.pod !== undefined && (pod === undefined || `/${pathOf(subject)}`.endsWith(`/${pod}`)));
  const containers = ofPod.filter(({ kind, subject }) => kind === "container" && (container === undefined || subject.container === container));
  return containers[0] ?? (container === undefined ? ofPod.find(({ kind }) => kind === "pod") : undefined) ?? null;
}

function pathOf({ cluster, pod = "" }: Story["subject"]): string {
  return cluster === undefined ? pod : `${cluster}/${pod}`;
}
