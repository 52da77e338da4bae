/** Mode and owner of a token file (kubernetes-tokens.md, section 6.4). */

/** The parts of a pod that decide. */
export interface OwnershipInput {
  /** `defaultMode` of the volume. */
  readonly defaultMode: number;
  /** `spec.securityContext.fsGroup`. */
  readonly fsGroup: number | null;
  /** The effective `runAsUser` of each container, init containers included; `null` where none is set. */
  readonly runAsUsers: readonly (number | null)[];
}

/** Decides with which mode and owner the token file is written. */
export function decideFileOwnership({ defaultMode, fsGroup, runAsUsers }: OwnershipInput): {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
} {
  const [first = null, ...others] = runAsUsers;
  const fsUser = others.every((user) => user === first) ? first : null;
  const mode = fsUser !== null || fsGroup !== null ? 0o600 : defaultMode;
  return { mode: fsGroup === null ? mode : mode | 0o440, uid: fsUser ?? 0, gid: fsGroup ?? 0 };
}
