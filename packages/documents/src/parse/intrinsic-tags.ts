import type { CollectionTag, ScalarTag } from "yaml";

/** Functions of CloudFormation that have a tag of their own in YAML, beside `!Ref` and `!Condition`. */
const FUNCTIONS = [
  "And",
  "Base64",
  "Cidr",
  "Equals",
  "FindInMap",
  "GetAtt",
  "GetAZs",
  "If",
  "ImportValue",
  "Join",
  "Not",
  "Or",
  "Select",
  "Split",
  "Sub",
  "Transform",
];

/** The member under which JSON has what a tag says: `Fn::Sub` for `!Sub`; `null` for a tag that is none of these. */
export function intrinsicOf(tag: string | undefined): string | null {
  const name = tag?.slice(1) ?? "";
  if (name === "Ref" || name === "Condition") return name;
  return FUNCTIONS.includes(name) ? `Fn::${name}` : null;
}

/** The tags, for texts, lists and objects. */
export const INTRINSIC_TAGS: readonly (ScalarTag | CollectionTag)[] = [...FUNCTIONS, "Ref", "Condition"].flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => text },
  { tag: `!${name}`, collection: "seq" as const },
  { tag: `!${name}`, collection: "map" as const },
]);
