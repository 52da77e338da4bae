import type { HttpRequest, Span } from "@irsa-sim/core";
import type { QueryMember, QueryRequest } from "@irsa-sim/iam";
import type { Sts } from "../sts-options.js";

/** One call, on its way through an action. */
export interface StsCall {
  readonly sts: Sts;
  readonly request: HttpRequest;
  readonly query: QueryRequest;
  /** As the caller will be told. */
  readonly requestId: string;
  readonly span: Span;
}

/** The members of `<action>Result` in the order of the wire; `null` for one that is absent. */
export type StsResult = { readonly [name: string]: QueryMember };

/** An action: a call in, its result out. Throws StsFault when it refuses. */
export type StsAction = (call: StsCall) => Promise<StsResult>;
