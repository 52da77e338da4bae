import { findEvent, type RunReport } from "@irsa-sim/core";
import type { Story } from "../story.js";
import { storyKeyOf } from "./story-id.js";

/** The story that views show first: of whom the refusal met, as far as a container; else of the first container that called AWS; else of the first pod. */
export function chooseMain(stories: readonly Story[], { events, failure }: RunReport): Story {
  const refused = failure === null || failure.event === null ? null : findEvent(events, failure.event);
  const calling = events.find(({ subject }) => subject?.container !== undefined && subject.call !== undefined);
  const lastCalling = events.findLast(({ subject }) => subject?.container !== undefined && subject.call !== undefined);
  const chosen = refused ?? (failure === null ? calling : lastCalling);
  const { session: _, ...subject } = chosen?.subject ?? {};
  const key = subject.pod === undefined ? null : storyKeyOf(subject);
  const byKey = stories.find(({ id }) => id === key?.id);
  const first = refused === null ? stories.find(({ kind }) => kind === "container") : undefined;
  return (byKey ?? first ?? (refused === null ? stories.find(({ kind }) => kind === "pod") : undefined) ?? stories[0]) as Story;
}
