import { type LocatedNode, type Member, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { PassedOver, Recognition } from "../recognition.js";
import { textOf } from "../text-of.js";
import type { Part } from "./part.js";

/** How IAM writes named values: a list of objects, each with a name and a value. */
export interface NamedValues {
  readonly list: string;
  readonly name: string;
  readonly value: string;
  readonly read?: (value: LocatedNode) => Part;
}

/**
 * Such a list as an object.
 *
 * @example valuesByName(tags, { list: "Tags", name: "Key", value: "Value" }) // [{ Key: "team", Value: "reports" }] becomes { team: "reports" }
 */
export function valuesByName(list: LocatedNode, { list: listName, name, value, read = asItIs }: NamedValues): Part {
  const unused = (node: LocatedNode): readonly PassedOver[] => [{ name: listName, node, because: "unused" }];
  if (list.kind !== "list") return { node: null, passedOver: unused(list) };
  const members = new Map<string, Member>();
  const faults: Recognition["faults"][number][] = [];
  const passedOver = list.items.flatMap((item) => {
    const [nameNode, valueNode] = [memberOf(item, name), memberOf(item, value)];
    const key = textOf(nameNode);
    if (item.kind !== "object" || nameNode === null || key === null || valueNode === null || members.has(key)) return unused(item);
    const part = read(valueNode);
    if (part.node === null) return unused(item);
    faults.push(...(part.faults ?? []));
    members.set(key, { keyPlace: nameNode.place, node: part.node });
    return passedOverIn(item, { taken: [value], used: [name], prefix: `${listName}.` });
  });
  return { node: { kind: "object", place: list.place, members }, passedOver, faults };
}

function asItIs(node: LocatedNode): Part {
  return { node };
}
