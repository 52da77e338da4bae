import type { Subject } from "@irsa-sim/core";
import type { StoryKind } from "../story.js";

/** What a story is called by others, from its subject. */
export interface StoryKey {
  readonly id: string;
  readonly kind: StoryKind;
  readonly name: string;
  readonly subject: Subject;
  readonly within: string | null;
}

const CLUSTER: StoryKey = { id: "cluster", kind: "cluster", name: "cluster", subject: {}, within: null };

/** The story that an event with this subject stands in: that of the most specific thing which is known of it. */
export function storyKeyOf({ pod, container, session }: Subject = {}): StoryKey {
  if (pod === undefined) return CLUSTER;
  const ofPod: StoryKey = { id: `pod ${pod}`, kind: "pod", name: pod, subject: { pod }, within: CLUSTER.id };
  if (container === undefined) return ofPod;
  const ofContainer: StoryKey = { id: `container ${pod} ${container}`, kind: "container", name: container, subject: { pod, container }, within: ofPod.id };
  if (session === undefined) return ofContainer;
  return { id: `session ${pod} ${container} ${session}`, kind: "session", name: session, subject: { pod, container, session }, within: ofContainer.id };
}
