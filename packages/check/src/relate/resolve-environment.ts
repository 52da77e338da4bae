import { itemsOf, type LocatedNode, memberOf, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { NamedObject } from "../gather/inventory.js";
import type { PodSources } from "./pod-sources.js";

/** Their values are somebody's secrets: that they are set is what matters. */
const KEYS = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
const REGIONS = ["AWS_REGION", "AWS_DEFAULT_REGION"];

/** A container's variables, in their order: those of `envFrom` that `env` does not name, then those of `env`. */
export function resolveEnvironment(container: LocatedNode, sources: PodSources): readonly LocatedNode[] {
  const own = itemsOf(memberOf(container, "env")).flatMap((entry) => resolveEntry(entry, sources));
  const names = own.map((entry) => textOf(memberOf(entry, "name")));
  const others = itemsOf(memberOf(container, "envFrom")).flatMap((entry) => readAll(entry, sources));
  return [...others.filter((entry) => !names.includes(textOf(memberOf(entry, "name")))), ...own];
}

function resolveEntry(entry: LocatedNode, sources: PodSources): readonly LocatedNode[] {
  const source = memberOf(entry, "valueFrom");
  const name = textOf(memberOf(entry, "name")) ?? "";
  if (source === null || memberOf(source, "fieldRef") !== null) return [entry];
  const reference = memberOf(source, "configMapKeyRef") ?? memberOf(source, "secretKeyRef");
  const isSecret = memberOf(source, "configMapKeyRef") === null;
  const given = isSecret ? null : readKey(reference, sources);
  // What need not be there is taken to be there where it is given alone.
  const isThere = given !== null || (isSecret && keysOf(reference, sources.secrets).includes(textOf(memberOf(reference, "key")) ?? ""));
  if (!isThere && isOptional(reference)) return leftOut(name, reference, sources);
  const value = given ?? unknownValue(name, { reference, ...sources });
  return value === null ? [] : [objectAt(entry.place, { name: memberOf(entry, "name"), value })];
}

function leftOut(name: string, reference: LocatedNode | null, { assumptions }: PodSources): readonly LocatedNode[] {
  if (name.startsWith("AWS_"))
    assumptions.add("variable", `${name} comes from ${textOf(memberOf(reference, "name"))} where there is one, and none is given: left out`);
  return [];
}

function isOptional(reference: LocatedNode | null): boolean {
  const optional = memberOf(reference, "optional");
  return optional?.kind === "scalar" && optional.value === true;
}

/** The keys of a Secret that is given. */
function keysOf(reference: LocatedNode | null, secrets: readonly NamedObject[]): readonly string[] {
  const owner = textOf(memberOf(reference, "name"));
  const node = secrets.find(({ name }) => name === owner)?.document.node ?? null;
  return ["data", "stringData"].flatMap((member) => {
    const values = memberOf(node, member);
    return values?.kind === "object" ? [...values.members.keys()] : [];
  });
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

function readAll(entry: LocatedNode, { configMaps, secrets, region, assumptions }: PodSources): readonly LocatedNode[] {
  const prefix = textOf(memberOf(entry, "prefix")) ?? "";
  const reference = memberOf(entry, "configMapRef") ?? memberOf(entry, "secretRef");
  const owner = textOf(memberOf(reference, "name")) ?? "";
  const keys = memberOf(entry, "configMapRef") === null ? keysOf(reference, secrets) : [];
  if (keys.length > 0)
    return keys.flatMap((key) => {
      const name = `${prefix}${key}`;
      const value = unknownValue(name, {
        reference: objectAt(entry.place, { name: memberOf(reference, "name"), key: scalarAt(entry.place, key) }),
        region,
        assumptions,
      });
      return value === null ? [] : [objectAt(entry.place, { name: scalarAt(entry.place, name), value })];
    });
  const given = memberOf(entry, "configMapRef") === null ? undefined : configMaps.find(({ name }) => name === owner);
  if (given === undefined) {
    assumptions.add("variables", `the variables of ${owner} are not given: assumed that none of them is AWS's`);
    return [];
  }
  const data = memberOf(given.document.node, "data");
  if (data?.kind !== "object") return [];
  return [...data.members].map(([name, { node }]) => objectAt(node.place, { name: scalarAt(node.place, `${prefix}${name}`), value: node }));
}
