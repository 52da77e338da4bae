import type { JsonObject } from "@irsa-sim/core";

/** What an app asks for beside a role when it takes a session; all absent for nothing. */
export interface SessionWishes {
  /** Limits the session; sent as minified JSON. */
  readonly policy?: JsonObject | undefined;
  /** ARNs of managed policies that limit it too. */
  readonly policyArns?: readonly string[] | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly transitiveTagKeys?: readonly string[] | undefined;
  readonly externalId?: string | undefined;
  readonly sourceIdentity?: string | undefined;
}

/**
 * The parameters of STS that say it.
 *
 * @example sessionParameters({ tags: { team: "blue" } }) // => { "Tags.member.1.Key": "team", "Tags.member.1.Value": "blue" }
 */
export function sessionParameters({
  policy,
  policyArns = [],
  tags = {},
  transitiveTagKeys = [],
  externalId,
  sourceIdentity,
}: SessionWishes): Record<string, string> {
  const pairs: readonly (readonly [name: string, value: string | undefined])[] = [
    ["Policy", policy && JSON.stringify(policy)],
    ...policyArns.map((arn, index) => [`PolicyArns.member.${index + 1}.arn`, arn] as const),
    ...Object.entries(tags).flatMap(([key, value], index) => [
      [`Tags.member.${index + 1}.Key`, key] as const,
      [`Tags.member.${index + 1}.Value`, value] as const,
    ]),
    ...transitiveTagKeys.map((key, index) => [`TransitiveTagKeys.member.${index + 1}`, key] as const),
    ["ExternalId", externalId],
    ["SourceIdentity", sourceIdentity],
  ];
  return Object.fromEntries(pairs.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
