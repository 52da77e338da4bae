/**
 * IAM as the services of a region see it: a copy that follows some time behind.
 * Differs from IAM in that the delay is one number for all readers and all changes, and no reader sees a change that another does not.
 */
import { addMillis, type Clock, type Span, toRfc3339 } from "@irsa-sim/core";
import type { Account, Iam, UnseenChange } from "../account.js";
import { findRoleIn } from "../find-role-in.js";
import type { TimedAccount } from "./timed-account.js";

/** What the copy is made from. */
export interface SeenLaterOptions {
  readonly accounts: ReadonlyMap<string, TimedAccount>;
  readonly findUser: Iam["findUser"];
  readonly findVpcEndpoint: Iam["findVpcEndpoint"];
  readonly clock: Clock;
  readonly delayMs: number;
}

/** Creates the copy. Users and VPC endpoints are seen at once. */
export function createSeenLater({ accounts, findUser, findVpcEndpoint, clock, delayMs }: SeenLaterOptions): Iam {
  const horizon = (): number => clock.now() - delayMs;
  const seen = (account: TimedAccount): Account => ({
    ...account,
    oidcProviders: account.oidcProviders.asOf(horizon()),
    roles: account.roles.asOf(horizon()),
    policies: account.policies.asOf(horizon()),
  });
  return {
    account: (id) => {
      const account = accounts.get(id);
      return account === undefined ? null : seen(account);
    },
    findRole: (arn) => findRoleIn([...accounts.values()].map(seen), arn),
    findUser,
    findVpcEndpoint,
    unseenChange: (arn) => {
      for (const { roles, oidcProviders } of accounts.values()) {
        const change = [...roles.changesAfter(horizon()), ...oidcProviders.changesAfter(horizon())].findLast(
          ({ before, after }) => (after ?? before)?.arn === arn,
        );
        if (change !== undefined) return { arn, changedAt: change.at, seenFrom: addMillis(change.at, delayMs) };
      }
      return null;
    },
  };
}

/** Says in the trace that a refusal was decided on a copy that a change has not reached; the caller never learns of it. */
export function noteUnseenChange(iam: Iam, arn: string, span: Span): void {
  const unseen: UnseenChange | null = iam.unseenChange(arn);
  if (unseen !== null) span.note("iam.change-not-seen-yet", { arn, changedAt: toRfc3339(unseen.changedAt), seenFrom: toRfc3339(unseen.seenFrom) });
}
