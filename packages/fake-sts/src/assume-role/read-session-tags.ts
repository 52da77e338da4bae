import { listParameter, type QueryRequest } from "@irsa-sim/iam";

/** Tags as a call sends them, not yet believed. */
export interface SentTags {
  /** In order, doubles and all. */
  readonly tags: readonly (readonly [key: string, value: string])[];
  readonly transitiveTagKeys: readonly string[];
}

/** Reads `Tags.member.N.Key`, `Tags.member.N.Value` and `TransitiveTagKeys.member.N`, each up to the first gap. */
export function readSessionTags(query: QueryRequest): SentTags {
  const { parameters } = query;
  const tags: (readonly [string, string])[] = [];
  for (let key = parameters.get("Tags.member.1.Key"); key !== undefined; key = parameters.get(`Tags.member.${tags.length + 1}.Key`)) {
    tags.push([key, parameters.get(`Tags.member.${tags.length + 1}.Value`) ?? ""]);
  }
  return { tags, transitiveTagKeys: listParameter(query, "TransitiveTagKeys") };
}
