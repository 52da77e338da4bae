import { itemsOf, type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Impersonation } from "../connection.js";
import type { Faults } from "./faults.js";

const COMPANIONS = ["as-uid", "as-groups", "as-user-extra"] as const;

/** In whose place requests are made; `null` for nobody else's, and where there is a fault. */
export function readImpersonation(user: LocatedNode, { problems }: Faults): Impersonation | null {
  const name = textOf(memberOf(user, "as")) ?? "";
  const [uid, groups, extra] = COMPANIONS.map((member) => memberOf(user, member));
  if (name === "") {
    const alone = [uid, groups, extra].find((node) => node != null && !isEmpty(node));
    if (alone != null)
      problems.add(alone.place, { message: "it is not said in whose place", expected: "as with a user's name", actual: "its companions alone" });
    return null;
  }
  const texts = (list: LocatedNode | null): readonly string[] => itemsOf(list).flatMap((item) => textOf(item) ?? []);
  const members = extra?.kind === "object" ? [...extra.members] : [];
  return {
    user: name,
    uid: textOf(uid ?? null) || null,
    groups: texts(groups ?? null),
    extra: Object.fromEntries(members.map(([key, { node }]) => [key, texts(node)] as const)),
  };
}

function isEmpty(node: LocatedNode): boolean {
  if (node.kind === "scalar") return node.value === null || node.value === "";
  return node.kind === "list" ? node.items.length === 0 : node.members.size === 0;
}
