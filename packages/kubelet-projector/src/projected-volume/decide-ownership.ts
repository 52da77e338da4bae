/** Modes and owners in a projected volume (kubernetes-tokens.md, section 6.4). */

/** The parts of a pod that decide. */
export interface OwnershipInput {
  /** `defaultMode` of the volume. */
  readonly defaultMode: number;
  /** `spec.securityContext.fsGroup`. */
  readonly fsGroup: number | null;
  /** The effective `runAsUser` of every container, init and ephemeral ones included; `null` where none is set. */
  readonly runAsUsers: readonly (number | null)[];
  /** Whether the token is for whoever the containers run as, as from Kubernetes 1.19 on; before, it was root's alone unless there was an fsGroup. */
  readonly tokenFollowsUser: boolean;
}

/** Mode and owner of one file or directory. */
export interface Ownership {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

/** What each thing in the volume gets. */
export interface VolumeOwnership {
  readonly token: Ownership;
  /** Of another file, given its own mode; `null` for the volume's. */
  file(mode: number | null): Ownership;
  /** Of a directory, given the mode that it is made with. */
  directory(mode: number): Ownership;
}

/** The user that all containers run as; `null` when one has none or another. */
export function fsUserOf(runAsUsers: readonly (number | null)[]): number | null {
  const [first = null, ...others] = runAsUsers;
  return others.every((user) => user === first) ? first : null;
}

/** Decides with which modes and owners a volume is written; links are owned by the group too, and have no mode. */
export function decideOwnership({ defaultMode, fsGroup, runAsUsers, tokenFollowsUser }: OwnershipInput): VolumeOwnership {
  const fsUser = tokenFollowsUser ? fsUserOf(runAsUsers) : null;
  const isPrivate = !tokenFollowsUser || fsUser !== null || fsGroup !== null;
  const grouped = (mode: number, bits: number): number => (fsGroup === null ? mode : mode | bits);
  const gid = fsGroup ?? 0;
  return {
    token: { mode: grouped(isPrivate ? 0o600 : defaultMode, 0o440), uid: fsUser ?? 0, gid },
    file: (mode) => ({ mode: grouped(mode ?? defaultMode, 0o440), uid: 0, gid }),
    directory: (mode) => ({ mode: grouped(mode, 0o2550), uid: 0, gid }),
  };
}
