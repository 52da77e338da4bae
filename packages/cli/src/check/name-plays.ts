import type { PlayedWorkload } from "@irsa-sim/check";

/** A run of a workload's containers, and a name for it that no other has. */
export interface NamedPlay {
  /** As a folder's name, such as `deployment-payments-api`. */
  readonly name: string;
  readonly play: PlayedWorkload["plays"][number];
}

/** Names what was played: by the workload, and by the container where a workload has several that are not alike. */
export function namePlays(played: readonly PlayedWorkload[]): readonly NamedPlay[] {
  return played.flatMap(({ workload: { kind, namespace, name }, plays }) =>
    plays.map((play) => {
      const parts = [kind, namespace, name, ...(plays.length === 1 ? [] : [play.containers[0] ?? ""])];
      return {
        name: parts
          .join("-")
          .toLowerCase()
          .replaceAll(/[^a-z0-9-]+/g, "-"),
        play,
      };
    }),
  );
}
