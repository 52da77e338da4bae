import { type Actor, type AppReport, type ExchangeEvent, findEvent, type RunReport, type Step, type TraceEvent } from "@irsa-sim/core";
import type { Arrow } from "./arrow.js";
import { createArrow } from "./arrows/create-arrow.js";
import { byStep } from "./events/by-step.js";
import type { Moment } from "./moment.js";
import type { RunStory } from "./run-story.js";
import type { StepStory } from "./step-story.js";
import { momentsOf } from "./steps/moments-of.js";
import { tellStep } from "./steps/tell-step.js";
import { chooseMain } from "./stories/choose-main.js";
import { type Division, divideEvents } from "./stories/divide-events.js";
import { lanesOf } from "./stories/lanes-of.js";
import { mergeEvents } from "./stories/merge-events.js";
import type { StoryKey } from "./stories/story-id.js";
import type { Story } from "./story.js";

/**
 * Tells a run as stories: the cluster's, each pod's, each container's, each role session's.
 *
 * @example
 * const { main } = createRunStory(report);
 * main.steps[7].outcome; // "refused"
 */
export function createRunStory(report: RunReport): RunStory {
  const divisions = divideEvents(report.events);
  const stories: Story[] = [];
  const arrows = new Map<number, Arrow>();
  const arrowOf = (event: ExchangeEvent): Arrow => {
    const known = arrows.get(event.seq) ?? createArrow(event, report.events);
    arrows.set(event.seq, known);
    return known;
  };
  for (const division of divisions) stories.push(new LazyStory({ division, divisions, report, arrowOf, isMain: (story) => story === main }));
  const main = chooseMain(stories, report);
  return { report, lanes: lanesOf(report.events), stories, main };
}

interface Telling {
  readonly division: Division;
  readonly divisions: readonly Division[];
  readonly report: RunReport;
  readonly arrowOf: (event: ExchangeEvent) => Arrow;
  readonly isMain: (story: Story) => boolean;
}

class LazyStory implements Story {
  readonly id;
  readonly kind;
  readonly name;
  readonly subject;
  readonly within;
  readonly own;
  readonly sdk: string | null;
  readonly #telling: Telling;
  #events: readonly TraceEvent[] | undefined;
  #lanes: readonly Actor[] | undefined;
  #byStep: ReadonlyMap<Step | null, readonly TraceEvent[]> | undefined;
  #steps: readonly StepStory[] | undefined;
  #asides: readonly Moment[] | undefined;

  constructor(telling: Telling) {
    const { key, own } = telling.division;
    this.#telling = telling;
    this.id = key.id;
    this.kind = key.kind;
    this.name = key.within === null && telling.divisions.some(({ key: { subject } }) => subject.cluster !== undefined) ? "all clusters" : key.name;
    this.subject = key.subject;
    this.within = key.within;
    this.own = own;
    this.sdk = sdkOf(key, telling.report.apps);
  }

  get events(): readonly TraceEvent[] {
    this.#events ??= mergeEvents(this.#telling.divisions.filter(({ key }) => belongsToView(key, this)).map(({ own }) => own));
    return this.#events;
  }

  get lanes(): readonly Actor[] {
    this.#lanes ??= lanesOf(this.events);
    return this.#lanes;
  }

  get steps(): readonly StepStory[] {
    this.#steps ??= this.#tellSteps();
    return this.#steps;
  }

  get asides(): readonly Moment[] {
    const events = this.#eventsIn(null);
    this.#asides ??= momentsOf(events, this.#arrowsOf(events));
    return this.#asides;
  }

  #eventsIn(step: Step | null): readonly TraceEvent[] {
    this.#byStep ??= byStep(this.events, this.#telling.report.events);
    return this.#byStep.get(step) ?? [];
  }

  #arrowsOf(events: readonly TraceEvent[]): readonly Arrow[] {
    return events.flatMap((event) => (event.kind === "exchange" ? [this.#telling.arrowOf(event)] : []));
  }

  #tellSteps(): readonly StepStory[] {
    const { report, isMain } = this.#telling;
    const { events } = this;
    const { failure } = report;
    const isRefused = failure !== null && (failure.event === null ? isMain(this) : findEvent(events, failure.event) !== null);
    const allArrows = this.#arrowsOf(events);
    return report.steps.map((definition) => {
      const own = this.#eventsIn(definition.step);
      return tellStep({ report, step: definition.step, definition, events, own, arrows: this.#arrowsOf(own), allArrows, isRefused });
    });
  }
}

/** A view has all that its story stands within, its own, and of a container its sessions. */
function belongsToView({ id, within, kind, subject: { cluster, pod, container } }: StoryKey, view: Story): boolean {
  if (id === view.id) return true;
  if (cluster !== undefined && cluster !== view.subject.cluster) return false;
  if (kind === "cluster") return true;
  if (kind === "session") return view.kind === "container" && within === view.id;
  return pod === view.subject.pod && (container === undefined || container === view.subject.container);
}

function sdkOf({ kind, subject: { cluster, pod, container } }: StoryKey, apps: readonly AppReport[]): string | null {
  if (kind !== "container" && kind !== "session") return null;
  const ofPod = apps.filter((one) => one.pod === pod && one.cluster === cluster);
  const app = ofPod.find((one) => one.container === container) ?? ofPod.find((one) => one.container === null);
  return app?.sdk ?? null;
}
