import type { RunReport } from "@irsa-sim/core";
import { createGivenReader, type LocatedNode } from "@irsa-sim/documents";
import { type LoadedScenario, loadTree, runWithFix } from "@irsa-sim/scenario-runner";
import type { CheckOptions } from "../check-options.js";
import type { InputFile } from "../input-file.js";
import { contentOf } from "./content-of.js";
import type { DescribedWorld } from "./described-world.js";
import { shapeOf } from "./shape/shape-of.js";

/** How a world came out. */
export interface Outcome {
  readonly scenario: LoadedScenario;
  readonly report: RunReport;
}

/** A run of containers that are alike. */
export interface Play extends DescribedWorld, Outcome {
  readonly containers: readonly string[];
}

/** Where worlds are played. */
export interface Stage {
  /**
   * Plays a world, unless one of the same shape went well without anything to tell: then that is how it comes out.
   *
   * @throws {ScenarioError} when the documents cannot be played
   */
  play(world: DescribedWorld): Promise<Outcome>;
}

/** How worlds came out, for checks of the same files before and after a change: what the change does not touch is not played again. */
export interface PlayMemory {
  /** What went well without anything to tell, by the shape of its world. */
  readonly byShape: Map<string, Promise<Outcome>>;
  /** Everything else, by all that stands in its world, and where. */
  readonly byContent: Map<string, Promise<Outcome>>;
}

/** Creates an empty memory, for checks with the same options. */
export function createPlayMemory(): PlayMemory {
  return { byShape: new Map(), byContent: new Map() };
}

/** Creates a stage for the worlds of one check. */
export function createStage(files: readonly InputFile[], options: CheckOptions, { byShape, byContent }: PlayMemory = createPlayMemory()): Stage {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const given = new Set([...texts.keys(), options.evidence.token?.file]);
  const playIt = async (world: DescribedWorld): Promise<Outcome> => {
    const scenario = loadTree(world.tree, {
      name: world.name,
      reader: createGivenReader(world.objects, []),
      texts: textsOf([world.tree, ...[...world.objects.values()].flat().flatMap(({ node }) => node ?? [])], texts),
    });
    const { seed, startAt, keys } = options;
    const report = await runWithFix(withGivenPlaces(scenario, given), { seed, startAt, keys, keysAre: "well-known" });
    // What works has nothing to look into; its events would fill the memory.
    return { scenario, report: report.failure === null ? { ...report, events: [] } : report };
  };
  const playOnce = (world: DescribedWorld): Promise<Outcome> => {
    const content = contentOf(world);
    const outcome = byContent.get(content) ?? playIt(world);
    byContent.set(content, outcome);
    return outcome;
  };
  return {
    play: async (world) => {
      // Policies of calls have patterns of all kinds, which fit one name and not another.
      const shape = options.calls.length === 0 ? shapeOf(world.tree, world.objects) : null;
      const played = shape === null ? undefined : byShape.get(shape);
      if (played !== undefined && isPlain(await played)) return played;
      const outcome = playOnce(world);
      if (shape !== null) byShape.set(shape, outcome);
      return outcome;
    },
  };
}

/** Nothing is told of it but that it works. */
function isPlain({ scenario, report }: Outcome): boolean {
  return report.failure === null && report.warnings.length === 0 && scenario.notices.length === 0;
}

/** The files in which the trees stand: their lines are shown beside faults. */
function textsOf(trees: readonly LocatedNode[], texts: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const files = new Set<string>();
  const visit = (node: LocatedNode): void => {
    files.add(node.place.file);
    if (node.kind === "list") node.items.forEach(visit);
    if (node.kind === "object") for (const { node: child } of node.members.values()) visit(child);
  };
  trees.forEach(visit);
  return new Map([...files].flatMap((file) => (texts.has(file) ? [[file, texts.get(file) ?? ""] as const] : [])));
}

/** What nobody wrote, because it was assumed or is a default of the world, stands in no line of a file. */
function withGivenPlaces(scenario: LoadedScenario, given: ReadonlySet<string | undefined>): LoadedScenario {
  return {
    ...scenario,
    locate: (source, pointer, cluster) => {
      const place = scenario.locate(source, pointer, cluster);
      return place !== null && given.has(place.file) ? place : null;
    },
  };
}
