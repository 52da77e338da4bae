import { toRfc3339 } from "@irsa-sim/core";
import type { Caller } from "../authentication/authentication.js";

/**
 * The condition keys that a caller brings to every request it signs.
 *
 * @see sts-and-iam.md, section 6.3
 */
export function callerContext(caller: Caller): readonly (readonly [key: string, values: readonly string[]])[] {
  const account = caller.arn.split(":")[4] ?? "";
  if (caller.kind === "user") {
    const { user, session } = caller;
    const federatedUser = session?.federatedUser ?? null;
    return [
      ["aws:PrincipalArn", [caller.arn]],
      ["aws:userid", [federatedUser?.id ?? user.id]],
      ...(federatedUser === null ? ([["aws:username", [user.name]]] as const) : []),
      ["aws:PrincipalType", [federatedUser === null ? "User" : "FederatedUser"]],
      ["aws:PrincipalAccount", [account]],
      ...(session === null ? [] : ([["aws:TokenIssueTime", [toRfc3339(session.issuedAt)]]] as const)),
    ];
  }
  const { roleArn, roleId, sessionName, issuedAt, webIdentity, grants } = caller.session;
  return [
    ["aws:PrincipalArn", [roleArn]],
    ["aws:userid", [`${roleId}:${sessionName}`]],
    ["aws:PrincipalType", ["AssumedRole"]],
    ["aws:PrincipalAccount", [account]],
    ["aws:TokenIssueTime", [toRfc3339(issuedAt)]],
    ...principalTags(caller.session).map(([key, value]) => [`aws:PrincipalTag/${key}`, [value]] as const),
    ...(grants.sourceIdentity === null ? [] : ([["aws:SourceIdentity", [grants.sourceIdentity]]] as const)),
    ...(webIdentity === null
      ? []
      : ([
          ["aws:FederatedProvider", [webIdentity.providerArn]],
          [`${webIdentity.providerUrl}:sub`, [webIdentity.subject]],
          [`${webIdentity.providerUrl}:aud`, [webIdentity.audience]],
        ] as const)),
  ];
}

/** The role's tags, overlaid by the session's; keys compare without regard to case. */
function principalTags({ roleTags, grants }: Extract<Caller, { kind: "role-session" }>["session"]): readonly (readonly [key: string, value: string])[] {
  const byKey = new Map([...roleTags, ...grants.tags].map(([key, value]) => [key.toLowerCase(), [key, value] as const]));
  return [...byKey.values()];
}
