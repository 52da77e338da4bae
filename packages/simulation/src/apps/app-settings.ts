import type { CredentialHabits, OwnToken, ProviderKind } from "@irsa-sim/sdk-credential-provider";

/** A file that an entry point copies; both are paths in the container. */
export interface FileCopy {
  readonly from: string;
  readonly to: string;
  /** Written behind what was copied. */
  readonly append?: string | undefined;
}

/** Roots that an image may have: those of public certificates, or that of a company which inspects TLS. */
export type RootName = "public" | "company";

/** What an app has beside its container. */
export interface AppSettings {
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly systemProperties: Readonly<Record<string, string>>;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  readonly hasStsModule: boolean;
  readonly httpClients: readonly string[];
  readonly sdkVersion?: string | undefined;
  /** Instead of the SDK's default chain. */
  readonly credentials?: readonly ProviderKind[] | undefined;
  readonly webIdentityToken?: OwnToken | undefined;
  readonly copies: readonly FileCopy[];
  readonly knowsPodIdentity: boolean;
  /** User id of the process, in no group but its own; the container's user and groups when absent. */
  readonly user?: number | undefined;
  readonly hostNetwork: boolean;
  /** How long the runtime remembers where a path's links led; `null` for not at all. */
  readonly realpathCacheMs: number | null;
  readonly habits: CredentialHabits;
  /** The roots in the image's own store, whichever this SDK looks into. */
  readonly trustedRoots: readonly RootName[];
  /** Files of authorities, by path. */
  readonly caFiles: Readonly<Record<string, readonly RootName[]>>;
  /** Whether the app asks instance metadata for its region before it creates a client. */
  readonly regionFromNode: boolean;
}
