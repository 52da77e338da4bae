import type { z } from "zod";
import type { WORLD_SETTINGS } from "./world-settings.js";

type Settings = typeof WORLD_SETTINGS;

/** A world in plain values, as it is written: what is left out has its default. */
export type WrittenWorld = { readonly [Area in keyof Settings]?: z.input<Settings[Area]> };

/** A world in plain values: what stands when it begins, wherever it was read from. */
export type WorldDescription = { readonly [Area in keyof Settings]: z.output<Settings[Area]> } & {
  /** Init containers that run until they are told to end; others are done at once. */
  readonly runUntilTold: readonly ContainerName[];
};

/** A container by its pod's name and its own. */
interface ContainerName {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  /** The first when absent. */
  readonly cluster?: string | undefined;
}
