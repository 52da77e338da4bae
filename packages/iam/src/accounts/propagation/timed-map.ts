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

/** A map that remembers when its entries changed, so that it can be read as it stood at an earlier time. */
export class TimedMap<K, V> extends Map<K, V> {
  readonly #clock: Clock;
  #settled = new Map<K, V>();
  #changes: TimedChange<K, V>[] = [];

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  override set(key: K, value: V): this {
    this.#changes.push({ key, at: this.#clock.now(), before: this.get(key), after: value });
    return super.set(key, value);
  }

  override delete(key: K): boolean {
    if (this.has(key)) this.#changes.push({ key, at: this.#clock.now(), before: this.get(key), after: undefined });
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

  /** The entries as they stood at `time`. */
  asOf(time: number): Map<K, V> {
    const entries = new Map(this.#settled);
    for (const { key, at, after } of this.#changes) {
      if (at > time) continue;
      if (after === undefined) entries.delete(key);
      else entries.set(key, after);
    }
    return entries;
  }

  /** What changed after `time`, oldest first. */
  changesAfter(time: number): readonly TimedChange<K, V>[] {
    return this.#changes.filter(({ at }) => at > time);
  }
}
