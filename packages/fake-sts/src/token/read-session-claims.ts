/**
 * AWS's own claims: session tags, source identity and the roles that the issuer allows.
 * @see sts-and-iam.md, section 7
 */
import { extend, type Json, type JsonObject } from "@irsa-sim/core";
import { showJson } from "../show-json.js";
import { findTagProblem, isSessionTag, MAX_SESSION_TAGS, type TagProblem } from "../tags/session-tag.js";

/** The claims, read. */
export interface SessionClaims {
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  /** The only roles that the token is good for; `null` for any. */
  readonly roles: readonly string[] | null;
}

/** A claim that cannot be read, or what is wrong with the tags. */
export interface SessionClaimProblem {
  readonly reason: "claim-malformed" | "tags-malformed" | TagProblem["reason"];
  readonly claim: string;
  readonly expected: string;
  readonly actual: string;
}

const PREFIX = "https://aws.amazon.com/";
const SOURCE_IDENTITY = /^(?!aws:)[\w+=,.@-]{2,64}$/;

/** Reads the claims of a token's payload. */
export function readSessionClaims(claims: JsonObject): { readonly claims: SessionClaims } | { readonly problem: SessionClaimProblem } {
  const sourceIdentity = claims[`${PREFIX}source_identity`] ?? null;
  const roles = claims[`${PREFIX}roles`] ?? null;
  const tags = claims[`${PREFIX}tags`] ?? flatTags(claims);
  if (sourceIdentity !== null && !(typeof sourceIdentity === "string" && SOURCE_IDENTITY.test(sourceIdentity)))
    return malformed("source_identity", "2 to 64 letters, digits and _ + = , . @ -", sourceIdentity);
  const roleList = roles === null || Array.isArray(roles) ? roles : [roles];
  if (roleList !== null && !roleList.every((role) => typeof role === "string")) return malformed("roles", "a role's ARN, or a list of them", roles);
  const read = readTags(tags);
  if ("problem" in read) return read;
  return { claims: extend(read, { sourceIdentity: sourceIdentity as string | null, roles: roleList as readonly string[] | null }) };
}

/** Tags as issuers spell them that cannot nest: `…/tags/principal_tags/Project`. */
function flatTags(claims: JsonObject): JsonObject {
  const prefix = `${PREFIX}tags/principal_tags/`;
  const entries = Object.entries(claims).filter(([name]) => name.startsWith(prefix));
  const transitive = claims[`${PREFIX}tags/transitive_tag_keys`];
  const principalTags = entries.map(([name, value]) => [name.slice(prefix.length), typeof value === "string" ? [value] : value] as const);
  return { principal_tags: Object.fromEntries(principalTags), ...(transitive === undefined ? {} : { transitive_tag_keys: transitive }) };
}

type Tags = Pick<SessionClaims, "tags" | "transitiveTagKeys">;

function readTags(claim: Json): Tags | { readonly problem: SessionClaimProblem } {
  const { principal_tags: principalTags = {}, transitive_tag_keys: transitive = [] } = isObject(claim) ? claim : { principal_tags: null };
  const entries = isObject(principalTags) ? Object.entries(principalTags) : null;
  const isReadable =
    entries !== null &&
    entries.length <= MAX_SESSION_TAGS &&
    entries.every(isTag) &&
    Array.isArray(transitive) &&
    transitive.every((key) => typeof key === "string");
  if (!isReadable) return malformedTags(`at most ${MAX_SESSION_TAGS} principal_tags, each a list of one value, and transitive_tag_keys`, claim);
  const transitiveTagKeys = transitive as readonly string[];
  const problem = findTagProblem(
    entries.map(([key]) => key),
    transitiveTagKeys,
  );
  if (problem !== null) return { problem: { ...problem, claim: `${PREFIX}tags` } };
  return { tags: new Map(entries.map(([key, value]) => [key, (value as readonly string[])[0] ?? ""])), transitiveTagKeys };
}

function isTag([key, value]: readonly [string, Json]): boolean {
  const [only, ...more] = Array.isArray(value) ? value : [];
  return typeof only === "string" && more.length === 0 && isSessionTag(key, only);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function malformed(claim: string, expected: string, actual: Json): { readonly problem: SessionClaimProblem } {
  return { problem: { reason: "claim-malformed", claim: PREFIX + claim, expected, actual: showJson(actual) } };
}

function malformedTags(expected: string, actual: Json): { readonly problem: SessionClaimProblem } {
  return { problem: { reason: "tags-malformed", claim: `${PREFIX}tags`, expected, actual: showJson(actual) } };
}
