import { itemsOf, type LocatedNode, memberOf, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { PodSources } from "./pod-sources.js";

/** Their values are somebody's secrets: that they are set is what matters. */
const KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
const REGIONS = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/** A container's variables, in their order: those of `envFrom` that `env` does not name, then those of `env`. */
export function resolveEnvironment(container: LocatedNode, sources: Pick<PodSources, "configMaps" | "region" | "assumptions">): readonly LocatedNode[] {
  const own = itemsOf(memberOf(container, "env")).flatMap((entry) => resolveEntry(entry, sources));
  const names = own.map((entry) => textOf(memberOf(entry, "name")));
  const others = itemsOf(memberOf(container, "envFrom")).flatMap((entry) => readAll(entry, sources));
  return [...others.filter((entry) => !names.includes(textOf(memberOf(entry, "name")))), ...own];
}

function resolveEntry(entry: LocatedNode, sources: Pick<PodSources, "configMaps" | "region" | "assumptions">): readonly LocatedNode[] {
  const source = memberOf(entry, "valueFrom");
  const name = textOf(memberOf(entry, "name")) ?? "";
  if (source === null || memberOf(source, "fieldRef") !== null) return [entry];
  const reference = memberOf(source, "configMapKeyRef") ?? memberOf(source, "secretKeyRef");
  const given = memberOf(source, "configMapKeyRef") === null ? null : readKey(reference, sources);
  const value = given ?? unknownValue(name, { reference, ...sources });
  return value === null ? [] : [objectAt(entry.place, { name: memberOf(entry, "name"), value })];
}

/** What stands for a value that is not given; `null` for a variable that is left out. */
function unknownValue(
  name: string,
  { reference, region, assumptions }: { readonly reference: LocatedNode | null } & Pick<PodSources, "region" | "assumptions">,
): LocatedNode | null {
  const owner = textOf(memberOf(reference, "name")) ?? "";
  if (KEYS.includes(name)) {
    assumptions.add("variable", `${name} comes from ${owner}, whose values are never read: played with a key that AWS does not know`);
    return scalarAt(reference?.place ?? ASSUMED, `value-of-${owner}-${textOf(memberOf(reference, "key")) ?? ""}`);
  }
  if (REGIONS.includes(name)) {
    assumptions.add("variable", `${name} comes from ${owner}, which is not given: assumed ${region}`);
    return scalarAt(reference?.place ?? ASSUMED, region);
  }
  if (name.startsWith("AWS_")) assumptions.add("variable", `${name} comes from ${owner}, which is not given: left out`);
  return null;
}

function readKey(reference: LocatedNode | null, { configMaps }: Pick<PodSources, "configMaps">): LocatedNode | null {
  const owner = textOf(memberOf(reference, "name"));
  const given = configMaps.find(({ name }) => name === owner);
  return given === undefined ? null : memberOf(memberOf(given.document.node, "data"), textOf(memberOf(reference, "key")) ?? "");
}

function readAll(entry: LocatedNode, { configMaps, assumptions }: Pick<PodSources, "configMaps" | "assumptions">): readonly LocatedNode[] {
  const prefix = textOf(memberOf(entry, "prefix")) ?? "";
  const reference = memberOf(entry, "configMapRef") ?? memberOf(entry, "secretRef");
  const owner = textOf(memberOf(reference, "name")) ?? "";
  const given = memberOf(entry, "configMapRef") === null ? undefined : configMaps.find(({ name }) => name === owner);
  if (given === undefined) {
    assumptions.add("variables", `the variables of ${owner} are not given: assumed that none of them is AWS's`);
    return [];
  }
  const data = memberOf(given.document.node, "data");
  if (data?.kind !== "object") return [];
  return [...data.members].map(([name, { node }]) => objectAt(node.place, { name: scalarAt(node.place, `${prefix}${name}`), value: node }));
}
