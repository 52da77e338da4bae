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

const EVERYBODYS: StoryKey = { id: "cluster", kind: "cluster", name: "cluster", subject: {}, within: null };

/** The story that an event with this subject stands in: that of the most specific thing which is known of it. The cluster is named where a world has several. */
export function storyKeyOf({ cluster, pod, container, session }: Subject = {}): StoryKey {
  const ofCluster = cluster === undefined ? EVERYBODYS : clusterKey(cluster);
  if (pod === undefined) return ofCluster;
  const where = cluster === undefined ? {} : { cluster };
  const path = cluster === undefined ? pod : `${cluster}/${pod}`;
  const ofPod: StoryKey = { id: `pod ${path}`, kind: "pod", name: path, subject: { ...where, pod }, within: ofCluster.id };
  if (container === undefined) return ofPod;
  const ofContainer: StoryKey = {
    ...{ id: `container ${path} ${container}`, kind: "container", name: container, within: ofPod.id },
    subject: { ...where, pod, container },
  };
  if (session === undefined) return ofContainer;
  return {
    ...{ id: `session ${path} ${container} ${session}`, kind: "session", name: session, within: ofContainer.id },
    subject: { ...where, pod, container, session },
  };
}

/** It stands within what is everybody's, such as IAM. */
function clusterKey(cluster: string): StoryKey {
  return { id: `cluster ${cluster}`, kind: "cluster", name: `cluster ${cluster}`, subject: { cluster }, within: EVERYBODYS.id };
}
