import type { Caller, SessionGrants } from "@irsa-sim/iam";
import { type CheckContext, fail, pass } from "../checks/check-context.js";
import { findTagProblem, isSessionTag, MAX_SESSION_TAGS } from "../tags/session-tag.js";
import { STS_FAULTS, type StsFault } from "../wire/sts-fault.js";
import { readSessionTags } from "./read-session-tags.js";

type Input = CheckContext & { readonly caller: Caller; readonly parameters: { readonly sourceIdentity: string | null } };

/** Tags and source identity of the new session, with what the calling session hands down. */
export interface SessionTags {
  readonly sessionClaims: Pick<SessionGrants, "tags" | "transitiveTagKeys" | "sourceIdentity">;
  /** Whether this call sets tags, or a source identity, of its own: each is an action that must be allowed. */
  readonly sets: { readonly tags: boolean; readonly sourceIdentity: boolean };
}

/**
 * Reads session tags and source identity. A calling session's transitive tags and its source identity go with the chain and cannot be set again.
 *
 * @throws {StsFault} `InvalidParameterValue` or `ValidationError`
 * @see sts-and-iam.md, sections 2.3 and 7
 */
export function checkSessionTags<T extends Input>(context: T): T & SessionTags {
  const { tags, transitiveTagKeys } = readSessionTags(context.query);
  const { sourceIdentity } = context.parameters;
  const inherited = inheritedBy(context.caller);
  requireForm(context, tags);
  const problem = findTagProblem(
    tags.map(([key]) => key),
    transitiveTagKeys,
  );
  if (problem !== null) {
    const fault = { "duplicate-tag-key": STS_FAULTS.duplicateTagKeys(), "transitive-tag-absent": STS_FAULTS.transitiveTagAbsent() }[problem.reason];
    throw refuse(context, problem, fault);
  }
  const conflicting = tags.map(([key]) => key).find((key) => inherited.transitiveTagKeys.some((own) => own.toLowerCase() === key.toLowerCase()));
  if (conflicting !== undefined)
    throw refuse(
      context,
      { reason: "transitive-tag-of-caller", expected: "keys that the calling session does not hand down", actual: conflicting },
      STS_FAULTS.transitiveTagOfCaller(),
    );
  if (sourceIdentity !== null && inherited.sourceIdentity !== null)
    throw refuse(
      context,
      { reason: "source-identity-set", expected: `none, for ${inherited.sourceIdentity} is set`, actual: sourceIdentity },
      STS_FAULTS.sourceIdentitySet(),
    );
  if (tags.length > 0)
    pass(context, { ...CHECK, expected: { value: "tags of the right form" }, actual: { value: tags.map(([key, value]) => `${key}=${value}`).join(", ") } });
  return {
    ...context,
    sessionClaims: {
      tags: new Map([...inherited.tags, ...tags]),
      transitiveTagKeys: [...inherited.transitiveTagKeys, ...transitiveTagKeys],
      sourceIdentity: sourceIdentity ?? inherited.sourceIdentity,
    },
    sets: { tags: tags.length > 0, sourceIdentity: sourceIdentity !== null },
  };
}

const CHECK = { check: "sts.session-tags", title: "session tags and source identity" } as const;

function inheritedBy(caller: Caller): SessionGrants {
  const none = { policies: null, tags: new Map<string, string>(), transitiveTagKeys: [], sourceIdentity: null };
  if (caller.kind === "user") return none;
  const { tags, transitiveTagKeys, sourceIdentity } = caller.session.grants;
  const isTransitive = (key: string): boolean => transitiveTagKeys.some((own) => own.toLowerCase() === key.toLowerCase());
  return { ...none, tags: new Map([...tags].filter(([key]) => isTransitive(key))), transitiveTagKeys, sourceIdentity };
}

/** Differs from AWS, perhaps: the clauses for members of `Tags` are unconfirmed and follow those of other lists. */
function requireForm(context: CheckContext, tags: readonly (readonly [key: string, value: string])[]): void {
  if (tags.length > MAX_SESSION_TAGS) {
    const rule = `Member must have length less than or equal to ${MAX_SESSION_TAGS}`;
    throw refuse(context, { reason: "too-many", expected: rule, actual: `${tags.length} tags` }, violated("tags", `[${tags.length} tags]`, rule));
  }
  const index = tags.findIndex(([key, value]) => !isSessionTag(key, value));
  const bad = tags[index];
  if (bad === undefined) return;
  const rule = "Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+";
  throw refuse(context, { reason: "malformed", expected: rule, actual: bad.join("=") }, violated(`tags.${index + 1}.member.key`, bad[0], rule));
}

function violated(member: string, value: string, rule: string): StsFault {
  return STS_FAULTS.constraintsViolated([`Value '${value}' at '${member}' failed to satisfy constraint: ${rule}`]);
}

function refuse(
  context: CheckContext,
  { reason, expected, actual }: { readonly reason: string; readonly expected: string; readonly actual: string },
  fault: StsFault,
): StsFault {
  return fail(context, { ...CHECK, expected: { value: expected }, actual: { value: actual, from: { file: "request", pointer: "Tags" } }, reason }, fault);
}
