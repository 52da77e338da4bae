/**
 * A sound JSON text as a tree. Lists and objects are made when somebody looks into them, and made anew for whoever looks again: of a large state of Terraform most values
 * are never asked for, and none is kept.
 */
import { createScanner } from "jsonc-parser";
import type { LocatedNode, Member, Place } from "../tree/located-tree.js";
import type { JsonOutline } from "./json-outline.js";

/** A text, and what is known of it. */
export interface SoundJson {
  readonly text: string;
  readonly endOf: JsonOutline["endOf"];
  readonly placeAt: (offset: number) => Place;
}

/** The value of a text. */
export function treeOfJson(json: SoundJson): LocatedNode {
  const scanner = createScanner(json.text, true);
  scanner.scan();
  return nodeAt(scanner.getTokenOffset(), scanner.getTokenLength(), json);
}

function nodeAt(offset: number, length: number, json: SoundJson): LocatedNode {
  const place = json.placeAt(offset);
  const first = json.text[offset];
  if (first === "[")
    return {
      kind: "list",
      place,
      get items() {
        return childrenAt(offset, json).map(({ value }) => nodeAt(value.offset, value.length, json));
      },
    };
  if (first === "{")
    return {
      kind: "object",
      place,
      get members() {
        return membersAt(offset, json);
      },
    };
  return { kind: "scalar", place, value: JSON.parse(json.text.slice(offset, offset + length)) as null | boolean | number | string };
}

function membersAt(offset: number, json: SoundJson): ReadonlyMap<string, Member> {
  return new Map(
    childrenAt(offset, json).map(({ key, value }): [string, Member] => {
      const { offset: at, length } = key ?? value;
      return [JSON.parse(json.text.slice(at, at + length)) as string, { keyPlace: json.placeAt(at), node: nodeAt(value.offset, value.length, json) }];
    }),
  );
}

interface Token {
  readonly offset: number;
  readonly length: number;
}

/** The items of a list, or the members of an object, without what stands in them. */
function childrenAt(start: number, { text, endOf }: SoundJson): readonly { readonly key: Token | null; readonly value: Token }[] {
  const scanner = createScanner(text, true);
  const isObject = text[start] === "{";
  const end = endOf(start) - 1;
  const children: { readonly key: Token | null; readonly value: Token }[] = [];
  let key: Token | null = null;
  scanner.setPosition(start + 1);
  for (scanner.scan(); scanner.getTokenOffset() < end; scanner.scan()) {
    const first = text[scanner.getTokenOffset()];
    if (first === "," || first === ":") continue;
    const token = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
    if (isObject && key === null) {
      key = token;
      continue;
    }
    children.push({ key, value: token });
    key = null;
    if (first === "{" || first === "[") scanner.setPosition(endOf(token.offset));
  }
  return children;
}
