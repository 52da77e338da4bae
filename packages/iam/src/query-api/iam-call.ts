import type { Clock, Random, Span } from "@irsa-sim/core";
import type { Account } from "../accounts/account.js";
import { IAM_FAULTS } from "./iam-fault.js";
import type { QueryRequest } from "./query-protocol.js";
import type { QueryMember } from "./render-query-response.js";

/** A call of IAM whose caller is known and allowed. */
export interface IamCall {
  /** The caller's, on which every action works. */
  readonly account: Account;
  readonly query: QueryRequest;
  readonly clock: Clock;
  readonly random: Random;
  readonly span: Span;
}

/** An action of the API; its result's members stand in the order of the wire, `null` for an action without a result. */
export type IamAction = (call: IamCall) => { readonly [name: string]: QueryMember } | null;

/** @throws {IamFault} `ValidationError` when the parameter is missing */
export function requiredParameter({ parameters }: QueryRequest, name: string): string {
  const value = parameters.get(name);
  if (value !== undefined) return value;
  throw IAM_FAULTS.invalidParameter(`Value null at '${name[0]?.toLowerCase()}${name.slice(1)}' failed to satisfy constraint: Member must not be null`);
}
