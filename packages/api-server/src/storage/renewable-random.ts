import type { Random } from "@irsa-sim/core";

/** Chance that can be begun anew, so that nothing comes up again that came up before. */
export interface RenewableRandom {
  readonly random: Random;
  /** Goes on with another stream, which `name` tells from others. */
  renew(name: string): void;
}

/** Creates it from a source that nobody else draws from. */
export function createRenewableRandom(source: Random): RenewableRandom {
  let present = source;
  return {
    random: {
      integer: (min, max) => present.integer(min, max),
      fraction: () => present.fraction(),
      bytes: (length) => present.bytes(length),
      text: (length, alphabet) => present.text(length, alphabet),
      uuid: () => present.uuid(),
      stream: (name) => present.stream(name),
    },
    renew(name) {
      present = source.stream(name);
    },
  };
}
