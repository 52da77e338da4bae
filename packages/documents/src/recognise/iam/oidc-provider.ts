import { type LocatedNode, type Member, memberOf } from "../../tree/located-tree.js";
import { passedOverIn } from "../passed-over-in.js";
import type { Recogniser } from "../recogniser.js";
import { textOf } from "../text-of.js";

const NAMES = { Url: "url", ClientIDList: "clientIds", ThumbprintList: "thumbprints" };

/** `aws iam get-open-id-connect-provider`. */
export const oidcProvider: Recogniser = (object) => {
  if (textOf(memberOf(object, "Url")) === null) return null;
  const members = Object.entries(NAMES).flatMap(([from, to]): [string, Member][] => {
    const member = object.members.get(from);
    return member === undefined ? [] : [[to, { ...member, node: from === "Url" ? withScheme(member.node) : member.node }]];
  });
  return {
    documents: [{ kind: "oidc-provider", node: { ...object, members: new Map(members) } }],
    passedOver: passedOverIn(object, { taken: Object.keys(NAMES), live: ["CreateDate"] }),
    faults: [],
  };
};

/** IAM stores and prints a provider's URL without its scheme. */
function withScheme(url: LocatedNode): LocatedNode {
  const text = textOf(url);
  return url.kind === "scalar" && text !== null && !text.startsWith("https://") ? { ...url, value: `https://${text}` } : url;
}
