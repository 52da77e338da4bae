import type { TraceEvent } from "../trace-event.js";
import type { TraceSink } from "../trace-sink.js";

/** An event without a parent, with all that happened in it. */
interface Story {
  readonly events: TraceEvent[];
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
  let sorted: readonly TraceEvent[] | null = null;
  const touch = (story: Story): void => {
    sorted = null;
    stories.delete(story);
    stories.add(story);
  };
  const makeRoom = (current: Story): void => {
    if (storyOf.size <= maxEvents) return;
    for (const story of stories) {
      if (story === current || story.openExchanges > 0) continue;
      stories.delete(story);
      for (const { seq } of story.events) storyOf.delete(seq);
      if (storyOf.size <= maxEvents) return;
    }
  };
  return {
    get events() {
      sorted ??= [...stories].flatMap(({ events }) => events).sort((a, b) => a.seq - b.seq);
      return sorted;
    },
    record(event) {
      const story = (event.parent === null ? undefined : storyOf.get(event.parent)) ?? { events: [], openExchanges: 0 };
      story.events.push(event);
      storyOf.set(event.seq, story);
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
