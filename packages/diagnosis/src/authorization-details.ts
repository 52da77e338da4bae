import type { CheckEvent } from "@irsa-sim/core";

/** Whether a check is that of a service, S3 or another, on what its caller may do. */
export function isAuthorization(check: string): boolean {
  return check === "s3.authorization" || check === "service.authorization";
}

/** What S3 keeps of a decision about a call, as far as causes read it. */
export interface AuthorizationDetails {
  /** ARN of the caller. */
  readonly caller: string;
  /** `s3:GetObject`, `kms:Decrypt`. */
  readonly action: string;
  /** ARN of what it is about. */
  readonly resource: string;
  /** ARN of the key that was to be used; absent where S3 itself was asked. */
  readonly key?: string;
  readonly decision: {
    /** The layer that refused: `identity-based policy`, `resource-based policy`. */
    readonly decidedBy: DecidedLayer;
    readonly layers: readonly DecidedLayer[];
  };
}

/** How one layer of policies came out. */
export interface DecidedLayer {
  readonly layer: string;
  readonly decision: {
    readonly outcome: string;
    readonly statements: readonly {
      readonly effect: string;
      readonly applies: boolean;
      readonly policy: string;
      readonly pointer: string;
      readonly elements: readonly {
        readonly element: string;
        readonly operator?: string;
        readonly conditionKey?: string;
        readonly pointer: string;
        readonly matched: boolean;
        readonly expected: readonly string[];
        readonly actual: readonly string[];
        /** Variables of the policy's values that the request does not have; absent where there are none. */
        readonly unsetVariables?: readonly string[];
      }[];
    }[];
  };
}

/** Reads why a service refused a call, or the use of a key for it; `null` for any other check, and where nothing was decided. */
export function readAuthorization({ check, details }: CheckEvent): AuthorizationDetails | null {
  if (!isAuthorization(check) && check !== "s3.encryption-key") return null;
  const isDecided = typeof details === "object" && details !== null && "decision" in details;
  return isDecided ? (details as unknown as AuthorizationDetails) : null;
}
