/** A scenario and what it is based on, down to the one that has no base. */
import { nearestNames } from "@irsa-sim/core";
import { describeNode, type LocatedNode, memberOf, type ObjectNode, type ProblemList, parseFile } from "@irsa-sim/documents";
import type { ScenarioFiles } from "./scenario-files.js";

/** One `scenario.yaml` of the chain. */
export interface ChainLink {
  readonly folder: string;
  readonly tree: ObjectNode;
}

const FILE = "scenario.yaml";
/** More than anybody keeps in mind. */
const MAX_BASES = 16;

/** Reads the chain, the scenario itself first; it ends early where a file has faults. */
export function readChain(files: ScenarioFiles, folder: string, problems: ProblemList, seen: readonly string[] = []): readonly ChainLink[] {
  const file = files.displayPath(folder, FILE);
  const text = files.read(folder, FILE);
  if (typeof text !== "string") {
    problems.add({ file, line: 1, column: 1 }, text === null ? { message: `there is no ${FILE}` } : { message: `${FILE} is not read`, ...text });
    return [];
  }
  const [tree, second] = parseFile({ file, text, dialect: "core" }, problems);
  if (tree === undefined) return [];
  if (second !== undefined) problems.add(second.place, { message: "a scenario is one document", expected: "no second document" });
  if (tree.kind !== "object") {
    problems.add(tree.place, { message: "a scenario is an object", expected: "keys such as title, base and expect", actual: describeNode(tree) });
    return [];
  }
  const manifests = tree.members.get("kubernetes");
  if (manifests !== undefined)
    problems.add(manifests.keyPlace, { message: 'unknown key "kubernetes"', expected: "Kubernetes objects in files of their own, which the timeline applies" });
  const link: ChainLink = { folder, tree };
  const base = memberOf(tree, "base");
  return base === null ? [link] : [link, ...readBase(files, base, problems, [...seen, folder])];
}

function readBase(files: ScenarioFiles, base: LocatedNode, problems: ProblemList, seen: readonly string[]): readonly ChainLink[] {
  const name = base.kind === "scalar" && typeof base.value === "string" ? base.value : "";
  const folder = name === "" ? null : files.folderOf(name, seen.at(-1) ?? "");
  if (folder === null) {
    const [nearest] = nearestNames(name, files.names?.() ?? []);
    const expected = `${nearest === undefined ? "" : `perhaps ${nearest}; `}the name of a scenario, which irsa-sim list shows, or a folder such as ../my-base`;
    problems.add(base.place, { message: "base names no scenario", expected, actual: describeNode(base) });
    return [];
  }
  if (seen.includes(folder)) {
    problems.add(base.place, { message: "base leads back to this scenario", expected: "a chain of bases that ends" });
    return [];
  }
  if (seen.length > MAX_BASES) {
    problems.add(base.place, { message: "too many bases", expected: `at most ${MAX_BASES}, each the base of the one before` });
    return [];
  }
  return readChain(files, folder, problems, seen);
}
