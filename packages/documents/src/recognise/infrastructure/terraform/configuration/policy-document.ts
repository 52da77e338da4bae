import { listAt, objectAt, scalarAt } from "../../../../tree/build-node.js";
import { itemsOf } from "../../../../tree/items-of.js";
import { type LocatedNode, type Member, memberOf, type ObjectNode, type Place } from "../../../../tree/located-tree.js";
import { textOf } from "../../../text-of.js";
import { objectsIn } from "./blocks-in.js";

/** Arguments of a statement that IAM has by another name. */
const MEMBERS: Readonly<Record<string, string>> = {
  sid: "Sid",
  actions: "Action",
  not_actions: "NotAction",
  resources: "Resource",
  not_resources: "NotResource",
};

/** The policy that the data source `aws_iam_policy_document` makes of its arguments. */
export function policyDocument(block: LocatedNode): ObjectNode {
  const { place } = block;
  const written = memberOf(block, "statement");
  const statements = objectsIn(written).map(statementOf);
  return objectAt(place, {
    Version: memberOf(block, "version") ?? scalarAt(place, "2012-10-17"),
    Statement: listAt(written?.place ?? place, statements),
  });
}

function statementOf(statement: ObjectNode): ObjectNode {
  const { place } = statement;
  const members = Object.entries(MEMBERS).map(([from, to]) => [to, memberOf(statement, from)] as const);
  return objectAt(place, {
    Effect: memberOf(statement, "effect") ?? scalarAt(place, "Allow"),
    ...Object.fromEntries(members),
    Principal: principalsOf(memberOf(statement, "principals")),
    NotPrincipal: principalsOf(memberOf(statement, "not_principals")),
    Condition: conditionsOf(memberOf(statement, "condition")),
  });
}

/** `{ type, identifiers }`, several of which go together. */
function principalsOf(blocks: LocatedNode | null): LocatedNode | null {
  if (blocks === null) return null;
  const { place } = blocks;
  const found = objectsIn(blocks).flatMap((block) => {
    const type = textOf(memberOf(block, "type"));
    const identifiers = memberOf(block, "identifiers");
    return type === null || identifiers === null ? [] : [{ type, items: itemsOf(identifiers), place: identifiers.place }];
  });
  if (found.length === 0) return null;
  const everybody = found.find(({ type, items }) => type === "*" && items.some((item) => textOf(item) === "*"));
  if (everybody !== undefined) return scalarAt(everybody.place, "*");
  const types = [...new Set(found.map(({ type }) => type))];
  return objectAt(
    place,
    Object.fromEntries(
      types.map((type) => {
        const own = found.filter((one) => one.type === type);
        return [
          type,
          single(
            own.flatMap(({ items }) => items),
            own[0]?.place ?? place,
          ),
        ];
      }),
    ),
  );
}

/** `{ test, variable, values }`, by operator and by key. */
function conditionsOf(blocks: LocatedNode | null): LocatedNode | null {
  if (blocks === null) return null;
  const { place } = blocks;
  const operators = new Map<string, Map<string, Member>>();
  const places = new Map<string, Place>();
  for (const block of objectsIn(blocks)) {
    const [test, variable] = ["test", "variable"].map((member) => textOf(memberOf(block, member)));
    const [keyNode, values] = [memberOf(block, "variable"), memberOf(block, "values")];
    if (test === null || test === undefined || variable === null || variable === undefined || keyNode === null || values === null) continue;
    // An operator is written where it stands first.
    if (!places.has(test)) places.set(test, block.place);
    const keys = operators.get(test) ?? new Map<string, Member>();
    const before = keys.get(variable)?.node ?? null;
    const items = [...(before === null ? [] : before.kind === "list" ? before.items : [before]), ...itemsOf(values)];
    operators.set(test, keys.set(variable, { keyPlace: keyNode.place, node: single(items, values.place) }));
  }
  if (operators.size === 0) return null;
  return objectAt(
    place,
    Object.fromEntries([...operators].map(([test, members]): [string, LocatedNode] => [test, { kind: "object", place: places.get(test) ?? place, members }])),
  );
}

/** One value stands without a list. */
function single(items: readonly LocatedNode[], place: Place): LocatedNode {
  const [only, another] = items;
  return only !== undefined && another === undefined ? only : listAt(place, items);
}
