import type { Clock, Random, Span } from "@irsa-sim/core";
import type { Account, Iam } from "../accounts/account.js";
import type { QueryRequest } from "./query-protocol.js";
import type { QueryMember } from "./render-query-response.js";

/** A call of IAM whose caller is known and allowed. */
export interface IamCall {
  /** The caller's, on which every action works. */
  readonly account: Account;
  /** All accounts, for principals of others. */
  readonly iam: Iam;
  readonly query: QueryRequest;
  readonly clock: Clock;
  readonly random: Random;
  readonly span: Span;
}

/** An action of the API; its result's members stand in the order of the wire, `null` for an action without a result. */
export type IamAction = (call: IamCall) => { readonly [name: string]: QueryMember } | null;
