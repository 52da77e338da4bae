/** What a client's own network and paths are to be: which names lead to the simulator, and what is seen where. */
export interface NamespacePlan {
  /** Addresses of the loopback device, besides 127.0.0.1. */
  readonly addresses: readonly string[];
  /** Ports that the simulator listens on, at every address. */
  readonly ports: readonly number[];
  /** Files and directories of this machine that are seen at another path; that path need not exist. */
  readonly binds: readonly Bind[];
}

/** `source` is seen at `target`. */
export interface Bind {
  readonly source: string;
  readonly target: string;
}

/** A user and a group, as numbers. */
export interface ClientUser {
  readonly uid: number;
  readonly gid: number;
}
