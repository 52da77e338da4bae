/** Tags of roles, policies and providers: at most fifty, keys unique without regard to case (sts-and-iam.md, sections 2.3 and 4.1). */
import { IAM_FAULTS } from "../iam-fault.js";
import type { QueryRequest } from "../query-protocol.js";
import type { QueryMember } from "../render-query-response.js";
import { clause, type ParameterReader } from "./parameter-readers.js";
import { brokenConstraints, lengthAtMost, TAG_KEY, TAG_VALUE, type TextRule } from "./parameter-rules.js";

const MAX_TAGS = 50;

type Tag = readonly [key: string, value: string];

/** The parameter `Tags`. Throws `InvalidInput` when a key stands twice. */
export const tagList: ParameterReader<ReadonlyMap<string, string>> = (query, name, refuse) => {
  const tags = wireTags(query, name);
  if (tags.length > MAX_TAGS) refuse(clause(`[${tags.map(([key]) => key).join(", ")}]`, name, lengthAtMost(MAX_TAGS)));
  tags.forEach(([key, value], index) => {
    refuseBroken(TAG_KEY, key, `${name}.${index + 1}.member.key`, refuse);
    refuseBroken(TAG_VALUE, value, `${name}.${index + 1}.member.value`, refuse);
  });
  if (new Set(tags.map(([key]) => key.toLowerCase())).size < tags.length) throw IAM_FAULTS.duplicateTagKeys();
  return new Map(tags);
};

/** Tags with others put over them; a key in another case replaces the one that stands. */
export function addTags(tags: ReadonlyMap<string, string>, added: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const all = new Map([...removeTags(tags, [...added.keys()]), ...added]);
  if (all.size > MAX_TAGS) throw IAM_FAULTS.limitExceeded("TagsPerResource", MAX_TAGS);
  return all;
}

/** Tags without some keys, in any case; keys that do not stand are no mistake. */
export function removeTags(tags: ReadonlyMap<string, string>, keys: readonly string[]): ReadonlyMap<string, string> {
  const gone = new Set(keys.map((key) => key.toLowerCase()));
  return new Map([...tags].filter(([key]) => !gone.has(key.toLowerCase())));
}

/** Tags as the API shows them. */
export function describeTags(tags: Iterable<Tag>): QueryMember {
  return { member: [...tags].map(([Key, Value]) => ({ Key, Value })) };
}

function wireTags({ parameters }: QueryRequest, name: string): readonly Tag[] {
  const tags: Tag[] = [];
  const part = (member: string): string | undefined => parameters.get(`${name}.member.${tags.length + 1}.${member}`);
  for (let key = part("Key"); key !== undefined; key = part("Key")) tags.push([key, part("Value") ?? ""]);
  return tags;
}

function refuseBroken(rule: TextRule, value: string, name: string, refuse: (clause: string) => void): void {
  for (const constraint of brokenConstraints(rule, value)) refuse(clause(value, name, constraint));
}
