import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";

/** An event without a parent, with all that happened in it. */
interface Story {
  readonly seqs: number[];
  openExchanges: number;
}

/**
 * Creates a sink that keeps the latest events: what a world that lives for long is watched through.
 *
 * Stories go as a whole, the one that was added to longest ago first, and none in which an exchange is under way; so the window may hold more than
 * its size while much is under way. What is added to a story that has gone begins a new one.
 *
 * @param maxEvents the window's size
 */
export function createWindowSink(maxEvents: number): TraceSink {
  const storyOf = new Map<number, Story>();
  const stories = new Set<Story>();
  /** In order, as they came; among them are such as have gone. */
  let came: TraceEvent[] = [];
  let kept: readonly TraceEvent[] | null = null;
  const touch = (story: Story): void => {
    stories.delete(story);
    stories.add(story);
  };
  const dropGone = (): void => {
    came = came.filter(({ seq }) => storyOf.has(seq));
  };
  const makeRoom = (current: Story): void => {
    if (storyOf.size <= maxEvents) return;
    for (const story of stories) {
      if (story === current || story.openExchanges > 0) continue;
      kept = null;
      stories.delete(story);
      for (const seq of story.seqs) storyOf.delete(seq);
      if (storyOf.size <= maxEvents) break;
    }
    if (came.length > 2 * Math.max(maxEvents, storyOf.size)) dropGone();
  };
  return {
    get events() {
      if (kept === null) {
        dropGone();
        kept = [...came];
      }
      return kept;
    },
    record(event) {
      const story = (event.parent === null ? undefined : storyOf.get(event.parent)) ?? { seqs: [], openExchanges: 0 };
      story.seqs.push(event.seq);
      storyOf.set(event.seq, story);
      came.push(event);
      kept = null;
      if (event.kind === "exchange") story.openExchanges += 1;
      touch(story);
      makeRoom(story);
    },
    end({ seq }) {
      const story = storyOf.get(seq);
      if (story === undefined) throw new Error(`exchange ${seq} ended in a window that never held it`);
      story.openExchanges -= 1;
      touch(story);
      makeRoom(story);
    },
  };
}
