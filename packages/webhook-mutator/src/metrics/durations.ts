import { headed, sorted, writeNumber } from "./metric-family.js";

/** How long requests took, by their labels, as a histogram and as a summary. */
export interface Durations {
  /** @param microseconds whole ones */
  observe(labels: string, microseconds: number): void;
  renderHistogram(): string;
  renderSummary(): string;
}

/** 125 ms to 8 s, in microseconds. */
const LIMITS = Array.from({ length: 7 }, (_, power) => 125_000 * 2 ** power);

interface Observed {
  readonly count: number;
  readonly sum: number;
  /** Of each limit, how many took no longer. */
  readonly within: readonly number[];
}

const NOTHING: Observed = { count: 0, sum: 0, within: LIMITS.map(() => 0) };

/** Creates them, with nothing observed. */
export function createDurations(): Durations {
  const byLabels = new Map<string, Observed>();
  const samples = (name: string, buckets: (labels: string, observed: Observed) => readonly string[]): readonly string[] =>
    sorted(byLabels).flatMap(([labels, observed]) => [
      ...buckets(labels, observed),
      `${name}_sum{${labels}} ${writeNumber(observed.sum)}\n`,
      `${name}_count{${labels}} ${observed.count}\n`,
    ]);
  return {
    observe(labels, microseconds) {
      const { count, sum, within } = byLabels.get(labels) ?? NOTHING;
      const counted = within.map((number, index) => number + (microseconds <= Number(LIMITS[index]) ? 1 : 0));
      byLabels.set(labels, { count: count + 1, sum: sum + microseconds, within: counted });
    },
    renderHistogram: () => headed(HISTOGRAM, samples(HISTOGRAM.name, writeBuckets)),
    renderSummary: () =>
      headed(
        SUMMARY,
        samples(SUMMARY.name, () => []),
      ),
  };
}

const HISTOGRAM = { name: "http_request_latencies", type: "histogram", help: "Response latency distribution in microseconds for each verb and path" };
const SUMMARY = {
  name: "http_request_duration_microseconds",
  type: "summary",
  help: "Response latency summary in microseconds for each verb and path.",
};

function writeBuckets(labels: string, { count, within }: Observed): readonly string[] {
  const limits = [...LIMITS.map(writeNumber), "+Inf"];
  return [...within, count].map((number, index) => `${HISTOGRAM.name}_bucket{${labels},le="${limits[index]}"} ${number}\n`);
}
