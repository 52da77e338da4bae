/** How `RoleSessionName` is made when neither `AWS_ROLE_SESSION_NAME` nor a profile says. */
export interface SessionNameRule {
  readonly make: (source: { readonly nowMs: number; readonly uuid: () => string }) => string;
  /** `call`: anew for each exchange; the others once, for the lifetime of the provider or process; `constant`: always the same text. */
  readonly scope: "call" | "provider" | "process" | "constant";
  /** For a profile's plain AssumeRole; the same rule when absent. */
  readonly assumeRole?: (nowMs: number) => string;
  /** For a profile's web identity, by the time at which the client was created; the same rule when absent. */
  readonly profileWebIdentity?: (createdMs: number) => string;
}
