import type { JsonObject } from "@irsa-sim/core";
import type { Refusal, World, WorldDescription } from "@irsa-sim/simulation";
import type { z } from "zod";

/** A container by its pod's name, its own and its cluster's. */
export type ContainerName = WorldDescription["runUntilTold"][number];

/** One kind of thing that can happen: how it is written, and what it does. All else that the language says of it is made from this. */
export interface ActionDefinition {
  /** The key under which it stands in a timeline. */
  readonly name: string;
  /** How it is written; what this lets through is what is performed. */
  readonly schema: z.ZodType;
  /** What a message says that it holds, where it is written as an object. */
  readonly holds?: string;
  /** The member that a value means which is no object: `advance: 24h` is `advance: { duration: 24h }`. */
  readonly value?: string;
  /** Whether it reads Kubernetes files; it is written as the list of them, or lists them in its member `files`. */
  readonly readsFiles?: boolean;
  /** Whether what it does, as it is written there, concerns all clusters where none is named; it concerns the first when absent. */
  isEverywhere?(action: unknown): boolean;
  /** How often a timeline may say it at most, and what it calls that. */
  readonly atMost?: { readonly times: number; readonly what: string };
  /**
   * Does it.
   *
   * @param action what the schema let through
   * @param objects what stands in the files that it reads
   * @returns what the one who acted was told when it was not done; else `null`
   */
  perform(world: World, action: unknown, objects: readonly JsonObject[]): Promise<Refusal | null>;
  /** The same with a replica of the pod that it names; `null` when it names none, and is done once for all. Absent where it never names one. */
  replicate?(action: unknown, rename: (pod: string) => string): unknown;
  /** The container that it ends, which runs until then. */
  endsContainer?(action: unknown): ContainerName;
}
