import { itemsOf } from "../../../tree/items-of.js";
import { type LocatedNode, memberOf } from "../../../tree/located-tree.js";
import { unknownText } from "../../../unknown/unknown-text.js";
import { textOf } from "../../text-of.js";
import type { Resource } from "./resource.js";

/** A role or a policy that an argument refers to, by its name or, with `arn`, its ARN, in which the account is unknown; `null` when it refers to none. */
export function referenceIn({ expressions, names }: Pick<Resource, "expressions" | "names">, argument: string, attribute: "name" | "arn"): string | null {
  return referenceAmong(memberOf(memberOf(expressions, argument), "references"), names, attribute);
}

/** The same among references. */
export function referenceAmong(references: LocatedNode | null, names: Resource["names"], attribute: "name" | "arn"): string | null {
  const address = itemsOf(references)
    .flatMap((item) => textOf(item) ?? [])
    .find((one) => /^aws_iam_(role|policy)\.[\w-]+$/.test(one));
  if (address === undefined) return null;
  const name = names.get(address) ?? unknownText(`${address}.name`);
  if (attribute === "name") return name.split("/").at(-1) ?? name;
  return `arn:aws:iam::${unknownText("account")}:${address.startsWith("aws_iam_role.") ? "role" : "policy"}/${name}`;
}
