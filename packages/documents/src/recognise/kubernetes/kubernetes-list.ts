import { type LocatedNode, type Member, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { joinRecognitions } from "../recognition.js";
import { textOf } from "../text-of.js";

/** Several objects as kubectl prints them: a `List`, or the API server's own `PodList`, whose items leave out what they are. */
export const kubernetesList: Recogniser = (object, deeper) => {
  const [, kind = null] = /^(\w*)List$/.exec(textOf(memberOf(object, "kind")) ?? "") ?? [];
  const items = memberOf(object, "items");
  if (kind === null || items?.kind !== "list") return null;
  const own = { taken: items.items.length === 0 ? [] : ["items"], used: ["apiVersion", "kind", "metadata"] };
  const typed = kind === "" ? items.items : items.items.map((item) => withType(item, { kind, of: object.members }));
  return joinRecognitions([{ documents: [], passedOver: passedOverIn(object, own), faults: [] }, ...typed.map(deeper)]);
};

/** An item with the kind and version that its list has. */
function withType(item: LocatedNode, { kind, of }: { readonly kind: string; readonly of: ReadonlyMap<string, Member> }): LocatedNode {
  const [listKind, version] = [of.get("kind"), of.get("apiVersion")];
  if (item.kind !== "object" || item.members.has("kind") || listKind === undefined) return item;
  const ofItem: Member = { ...listKind, node: { kind: "scalar", place: listKind.node.place, value: kind } };
  const versionOfItem: readonly [string, Member][] = version === undefined ? [] : [["apiVersion", version]];
  return { ...item, members: new Map([...versionOfItem, ["kind", ofItem], ...item.members]) };
}
