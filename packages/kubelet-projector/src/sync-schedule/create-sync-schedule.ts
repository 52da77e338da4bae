/**
 * Looks at pods without waking up for nothing: a look that can find nothing to do is not made. What it would have drawn of the node's chance is drawn when
 * something next happens on the node, so that everything comes out as if every pod were looked at every 60 to 90 seconds.
 */
import { type Clock, type EpochMillis, epochMillis, type Random } from "@irsa-sim/core";
import { drawJitterSeconds } from "../token-manager/decide-refresh.js";
import { nextSync } from "./next-sync.js";
import { isBefore, type QueuedSync, SyncQueue, type Turn } from "./sync-queue.js";
import type { SyncSchedule } from "./sync-schedule.js";

/** Creates an empty schedule; `random` is drawn from by nobody else. */
export function createSyncSchedule({ clock, random }: { readonly clock: Clock; readonly random: Random }): SyncSchedule {
  const queue = new SyncQueue();
  let planned = 0;
  /** The look that is being made. */
  let turn: Turn | null = null;

  /** Makes up for the looks that were passed over, up to the one that is being made or, outside of any, up to now. */
  const catchUp = (): void => {
    const now = clock.now();
    passOver(turn?.at === now ? turn : { at: now, order: Number.POSITIVE_INFINITY });
  };
  const passOver = (limit: Turn): void => {
    for (let first = queue.first(); first?.rest && isBefore(first, limit); first = queue.first()) {
      for (let drawn = 0; drawn < first.rest.jitters; drawn += 1) drawJitterSeconds(random);
      first.at = nextSync(first.at, random);
      first.order = planned++;
      queue.firstMovedOn();
    }
  };
  /** Of several looks of one instant each timer makes the first that is left. */
  const makeFirst = async (): Promise<void> => {
    passOver({ at: clock.now(), order: Number.POSITIVE_INFINITY });
    const first = queue.first() as QueuedSync;
    queue.removeFirst();
    turn = first;
    await first.sync();
    turn = null;
  };
  const wake = (look: QueuedSync): void => {
    catchUp();
    if (look.rest === null || look.isCancelled) return;
    look.rest = null;
    look.timer.cancel();
    look.timer = clock.at(look.at, makeFirst);
  };

  return {
    random: {
      integer(min, max) {
        catchUp();
        return random.integer(min, max);
      },
      fraction() {
        catchUp();
        return random.fraction();
      },
    },
    plan({ at, rest, sync }) {
      catchUp();
      const isResting = rest !== null && at <= rest.until;
      const timer = isResting ? endOf(rest.until, () => wake(look)) : clock.at(at, makeFirst);
      const look: QueuedSync = { at, order: planned++, rest: isResting ? rest : null, isCancelled: false, timer, sync };
      queue.add(look);
      return {
        wake: () => wake(look),
        cancel() {
          catchUp();
          look.isCancelled = true;
          look.timer.cancel();
        },
      };
    },
  };

  function endOf(until: EpochMillis, task: () => void): QueuedSync["timer"] {
    // A pod without tokens rests until something happens to it.
    return until === Number.POSITIVE_INFINITY ? { cancel: () => {} } : clock.at(epochMillis(until), task);
  }
}
