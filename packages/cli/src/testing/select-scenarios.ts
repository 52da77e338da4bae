/** Which of the scenarios found are run. */
export interface Selection {
  /** A part of the name, or `/regular expression/`; `null` for all. */
  readonly filter: RegExp | null;
  /** All of `wanted` and none of `unwanted`. */
  readonly tags: { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };
  /** Names that failed last time; `null` when that does not count. */
  readonly failedLastTime: ReadonlySet<string> | null;
  /** The part of so many; `null` for all. */
  readonly shard: { readonly index: number; readonly count: number } | null;
}

/** What is selected by. */
export interface Selectable {
  readonly name: string;
  readonly tags: readonly string[];
}

/** Those that the selection takes, in their order; shards take turns, so that long ones are spread. */
export function selectScenarios<Scenario extends Selectable>(
  scenarios: readonly Scenario[],
  { filter, tags, failedLastTime, shard }: Selection,
): readonly Scenario[] {
  const selected = scenarios.filter(
    (scenario) =>
      (filter === null || filter.test(scenario.name)) &&
      tags.wanted.every((tag) => scenario.tags.includes(tag)) &&
      !tags.unwanted.some((tag) => scenario.tags.includes(tag)) &&
      (failedLastTime === null || failedLastTime.has(scenario.name)),
  );
  return shard === null ? selected : selected.filter((_, index) => index % shard.count === shard.index - 1);
}
