/** An object that a token speaks of. */
export interface ClaimedObject {
  readonly name: string;
  /** Absent for the Node of a pod that had none when the token was issued. */
  readonly uid?: string;
}

/** The claims of a service-account token. */
export interface TokenClaims {
  readonly iss: string;
  readonly sub: string;
  /** Absent for a legacy token. */
  readonly aud?: readonly string[];
  readonly exp?: number;
  readonly nbf?: number;
  readonly iat?: number;
  readonly jti?: string;
  readonly "kubernetes.io": KubernetesClaims;
}

/** What the token is bound to. */
export interface KubernetesClaims {
  readonly namespace: string;
  readonly serviceaccount: ClaimedObject;
  readonly pod?: ClaimedObject;
  readonly secret?: ClaimedObject;
  readonly node?: ClaimedObject;
  /** Seconds of the epoch; only with the extension. */
  readonly warnafter?: number;
}
