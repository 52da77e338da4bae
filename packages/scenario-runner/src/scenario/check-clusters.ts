import { type LocatedNode, memberOf, oneOf, type ProblemList, textOf } from "@irsa-sim/documents";

/** Clusters that a scenario names, held against those that it has; each has a name of its own. */
export function checkClusters(scenario: LocatedNode, problems: ProblemList): void {
  const first = textOf(memberOf(memberOf(scenario, "cluster"), "name")) ?? "";
  const clusters = memberOf(scenario, "clusters");
  const further = clusters?.kind === "object" ? clusters.members : new Map<string, never>();
  const twice = further.get(first);
  if (twice !== undefined) problems.add(twice.keyPlace, { message: `the first cluster is called ${first} too`, expected: "names that differ" });
  const names = [first, ...further.keys()];
  for (const named of namedClusters(scenario)) {
    const name = textOf(named);
    if (name !== null && !names.includes(name)) problems.add(named.place, { message: `there is no cluster "${name}"`, expected: oneOf(names, name) });
  }
}

function namedClusters(scenario: LocatedNode): readonly LocatedNode[] {
  const timeline = memberOf(scenario, "timeline");
  const entries = timeline?.kind === "list" ? timeline.items : [];
  const expectations = [memberOf(scenario, "expect"), memberOf(memberOf(scenario, "fix"), "expect"), ...entries.map((entry) => memberOf(entry, "expect"))];
  const places = [...entries, ...expectations.flatMap((expectation) => [memberOf(expectation, "pod"), memberOf(expectation, "token")])];
  return places.flatMap((place) => memberOf(place, "cluster") ?? []);
}
