import type { SourceReference } from "@irsa-sim/core";
import { type LocatedNode, memberOf, nearest } from "./located-tree.js";

/**
 * Creates the search for where a value was written.
 *
 * @param scenario merged, with files read in and patches applied
 */
export function createLocate(scenario: LocatedNode): (source: string, pointer: string) => SourceReference | null {
  return (source, pointer) => {
    const document = findDocument(scenario, source);
    if (document === null) return null;
    const path = pointer
      .split("/")
      .slice(1)
      .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
    const { file, line, column } = nearest(document, path).place;
    return { file, pointer, line, column };
  };
}

function findDocument(scenario: LocatedNode, source: string): LocatedNode | null {
  const [kind = "", name = "", ...rest] = source.split("/");
  const aws = memberOf(scenario, "aws");
  if (kind === "role") return roleDocument([memberOf(memberOf(aws, "roles"), name), nodeRole(aws, name)].find((role) => role !== null) ?? null, rest);
  if (kind === "oidc-provider") return providerOf(aws, [name, ...rest].join("/"));
  return memberOf(memberOf(memberOf(scenario, "kubernetes"), kind), rest.join("/"));
}

function nodeRole(aws: LocatedNode | null, name: string): LocatedNode | null {
  const role = memberOf(aws, "nodeRole");
  const ownName = memberOf(role, "name");
  return ownName?.kind === "scalar" && ownName.value === name ? role : null;
}

function roleDocument(role: LocatedNode | null, [part, ...rest]: readonly string[]): LocatedNode | null {
  return part === "trust-policy" ? memberOf(role, "trustPolicy") : memberOf(memberOf(role, "policies"), rest.join("/"));
}

/** A provider as a scenario writes it; its `clientIds` are what IAM calls the client id list. */
function providerOf(aws: LocatedNode | null, url: string): LocatedNode | null {
  const providers = memberOf(aws, "oidcProviders");
  if (providers?.kind !== "list") return null;
  const found = providers.items.find((item) => {
    const own = memberOf(item, "url");
    return own?.kind === "scalar" && own.value === `https://${url}`;
  });
  return memberOf(found ?? null, "clientIds") ?? found ?? null;
}
