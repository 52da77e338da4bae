import type { ClientUser, NamespacePlan } from "../namespace/namespace-plan.js";

/** What the keeper is told: the command to run, and what it is to be run in. */
export interface StartMessage {
  readonly command: readonly [program: string, ...words: string[]];
  readonly environment: Readonly<Record<string, string>>;
  /** `null` without namespaces. */
  readonly inside: {
    readonly plan: NamespacePlan;
    readonly user: ClientUser;
    /** An empty directory. */
    readonly staging: string;
  } | null;
}

/** What the keeper tells. With `listening` comes the listening socket itself. */
export type KeeperMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "listening"; readonly port: number }
  | { readonly kind: "started"; readonly pid: number }
  | { readonly kind: "ended"; readonly code: number | null; readonly signal: string | null }
  /** Its surroundings could not be made; nothing was started. */
  | { readonly kind: "not-isolated"; readonly why: string }
  /** The command could not be started: the operating system's code and text. */
  | { readonly kind: "not-started"; readonly code: string; readonly why: string };
