import type { RecordedEvent } from "@irsa-sim/core/event-recorder";

/** What is told in an event, besides of whom. */
export type ToldEvent = Omit<RecordedEvent, "about">;
