/** One mistake in a trust policy, in words for the person who wrote it. */
export interface TrustPolicyMistake {
  /** `scheme-in-provider`. */
  readonly mistake: string;
  /** JSON pointer into the policy document. */
  readonly pointer: string;
  readonly expected: string;
  readonly actual: string;
  readonly fix: string;
}

/** What a trust policy was asked about. */
export interface TrustPolicyContext {
  /** Twelve digits: the role's account. */
  readonly accountId: string;
  /** The provider's URL without `https://`. */
  readonly providerUrl: string;
  /** The audiences that the provider accepts. */
  readonly clientIds: readonly string[];
  /** The token's `sub`: `system:serviceaccount:NAMESPACE:NAME`. */
  readonly subject: string;
  /** The token's effective audience. */
  readonly audience: string;
  /** Whether the token brings session tags. */
  readonly hasSessionTags: boolean;
}

/** One condition of one statement: `{ operator: { key: values } }`. */
export interface TrustCondition {
  readonly pointer: string;
  /** Without set prefix and `IfExists`. */
  readonly operator: string;
  readonly set: "ForAnyValue" | "ForAllValues" | null;
  readonly key: string;
  readonly values: readonly string[];
}

/** An Allow statement that names federated principals, taken apart once for all finders. */
export interface TrustStatement {
  readonly pointer: string;
  readonly federated: readonly { readonly pointer: string; readonly value: string }[];
  readonly actions: readonly string[];
  readonly conditions: readonly TrustCondition[];
}

/** Finds one kind of mistake in one statement. */
export type MistakeFinder = (statement: TrustStatement, context: TrustPolicyContext) => readonly TrustPolicyMistake[];
