import type { Clock, EpochMillis } from "@irsa-sim/core";

/** One change of one entry. */
export interface TimedChange<K, V> {
  readonly key: K;
  readonly at: EpochMillis;
  /** `undefined` where there was none. */
  readonly before: V | undefined;
  /** `undefined` where it was taken away. */
  readonly after: V | undefined;
}

/** A map that remembers for a while when its entries changed, so that it can be read as it stood at an earlier time. */
export class TimedMap<K, V> extends Map<K, V> {
  readonly #clock: Clock;
  readonly #memoryMs: number;
  #settled = new Map<K, V>();
  #changes: TimedChange<K, V>[] = [];

  /** Changes of the last `memoryMs` are remembered. */
  constructor(clock: Clock, memoryMs: number) {
    super();
    this.#clock = clock;
    this.#memoryMs = memoryMs;
  }

  override set(key: K, value: V): this {
    this.#remember(key, value);
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (this.has(key)) this.#remember(key, undefined);
    return super.delete(key);
  }

  override clear(): void {
    for (const key of [...this.keys()]) this.delete(key);
  }

  /** Lets what is in the map count as having been there for ever. */
  settle(): void {
    this.#settled = new Map(this);
    this.#changes = [];
  }

  /** The entries as they stood at `time`, which is at most `memoryMs` ago. */
  asOf(time: number): Map<K, V> {
    return applyChanges(
      new Map(this.#settled),
      this.#changes.filter(({ at }) => at <= time),
    );
  }

  /** What changed after `time`, oldest first. */
  changesAfter(time: number): readonly TimedChange<K, V>[] {
    return this.#changes.filter(({ at }) => at > time);
  }

  #remember(key: K, after: V | undefined): void {
    const now = this.#clock.now();
    this.#changes.push({ key, at: now, before: this.get(key), after });
    const remembered = this.#changes.findIndex(({ at }) => at > now - this.#memoryMs);
    applyChanges(this.#settled, this.#changes.splice(0, remembered < 0 ? this.#changes.length : remembered));
  }
}

function applyChanges<K, V>(entries: Map<K, V>, changes: readonly TimedChange<K, V>[]): Map<K, V> {
  for (const { key, after } of changes) {
    if (after === undefined) entries.delete(key);
    else entries.set(key, after);
  }
  return entries;
}
