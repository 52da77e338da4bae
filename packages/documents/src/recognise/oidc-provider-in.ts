import { changeMember } from "../tree/change-member.js";
import type { LocatedNode } from "../tree/located-tree.js";
import { withRenamed } from "./with-renamed.js";

/** The output of `aws iam get-open-id-connect-provider` as a provider with `url`, `clientIds` and `thumbprints`; any other document is one itself. */
export function oidcProviderIn(document: LocatedNode): LocatedNode {
  if (document.kind !== "object" || !document.members.has("Url")) return document;
  const names = { Url: "url", ClientIDList: "clientIds", ThumbprintList: "thumbprints" };
  return changeMember(withRenamed({ ...document, members: new Map() }, document.members, names), "url", withScheme);
}

/** IAM stores and prints a provider's URL without its scheme. */
function withScheme(url: LocatedNode): LocatedNode {
  return url.kind === "scalar" && typeof url.value === "string" && !url.value.startsWith("https://") ? { ...url, value: `https://${url.value}` } : url;
}
