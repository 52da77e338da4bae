import type { Actor, Subject, TraceEvent } from "@irsa-sim/core";
import type { Moment } from "./moment.js";
import type { StepStory } from "./step-story.js";

/** What a story is about. */
export type StoryKind = "cluster" | "pod" | "container" | "session";

/** The part of a run that is about one subject; each list is made when it is first asked for. */
export interface Story {
  /** `cluster`, `pod default/my-pod`, `container default/my-pod app`, `session default/my-pod app arn:...`; of several clusters `cluster blue`, `pod blue/default/my-pod` and so on. */
  readonly id: string;
  readonly kind: StoryKind;
  /** For people: `cluster`, `default/my-pod`, `app`, the ARN of the session; of several clusters `all clusters`, `cluster blue`, `blue/default/my-pod`. */
  readonly name: string;
  /** Empty for the cluster, and for what several share. */
  readonly subject: Subject;
  /** Id of the story within which this one happens: container in pod, pod in cluster, session in its container, one of several clusters in what they share; `null` for the cluster, and for what several share. */
  readonly within: string | null;
  /** The AWS SDK of the container's app, such as `dotnet-v3`; `null` where none calls AWS. */
  readonly sdk: string | null;
  /** Events that are about this subject and nothing more specific; each event of the trace is in one story's list. */
  readonly own: readonly TraceEvent[];
  /** What belongs to the view of it, in order: all that it stands within, its own, and of a container its sessions. */
  readonly events: readonly TraceEvent[];
  /** The actors that appear in the view, in the flow's order. */
  readonly lanes: readonly Actor[];
  /** Ten, in order, as seen from here. */
  readonly steps: readonly StepStory[];
  /** What happened in no step, such as the pod's token for the API server; in order. */
  readonly asides: readonly Moment[];
}
