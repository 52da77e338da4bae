/** A scenario and what it is based on, down to the one that has no base. */
import { describeNode, type LocatedNode, memberOf, type ObjectNode, type ProblemList, parseFile } from "@irsa-sim/documents";
import type { ScenarioFiles } from "./scenario-files.js";

/** One `scenario.yaml` of the chain. */
export interface ChainLink {
  readonly folder: string;
  readonly tree: ObjectNode;
}

const FILE = "scenario.yaml";

/** Reads the chain, the scenario itself first; it ends early where a file has faults. */
export function readChain(files: ScenarioFiles, folder: string, problems: ProblemList, seen: readonly string[] = []): readonly ChainLink[] {
  const file = files.displayPath(folder, FILE);
  const text = files.read(folder, FILE);
  if (text === null) {
    problems.add({ file, line: 1, column: 1 }, { message: `there is no ${FILE}` });
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
  const folder = base.kind === "scalar" && typeof base.value === "string" ? files.folderOf(base.value) : null;
  if (folder === null) {
    problems.add(base.place, { message: "base names no scenario", expected: "the name of a scenario; irsa-sim list shows them", actual: describeNode(base) });
    return [];
  }
  if (seen.includes(folder)) {
    problems.add(base.place, { message: "base leads back to this scenario", expected: "a chain of bases that ends" });
    return [];
  }
  return readChain(files, folder, problems, seen);
}
