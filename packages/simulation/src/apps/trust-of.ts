import { FileError, type Files, type Span, type TlsPolicy, trustAnchors } from "@irsa-sim/core";
import { caVariablesOf, type SdkId } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings, RootName } from "./app-settings.js";
import { decideCaFile } from "./decide-ca-file.js";

/** PEM of roots by name. */
export type Roots = Readonly<Record<RootName, readonly string[]>>;

/** An app, as far as what it trusts depends on it. */
export interface TrustingApp {
  readonly sdk: SdkId;
  readonly app: Pick<AppSettings, "trustedRoots" | "systemProperties">;
  readonly environment: Readonly<Record<string, string>>;
  readonly files: Files;
  /** Where it is noted which file counts. */
  readonly root: Span;
}

/** Whom an app trusts: the roots of its image, or of a file that a variable of its SDK names. */
export function trustOf({ sdk, app, environment, files, root }: TrustingApp, roots: Roots): TlsPolicy {
  const ofImage = app.trustedRoots.flatMap((name) => roots[name]);
  const { systemProperties } = app;
  const file = decideCaFile({ variables: caVariablesOf(sdk), environment, systemProperties });
  if (file === null) return trustAnchors(ofImage);
  const own = readCertificates(files, file.path);
  root.enter("The SDK reads authorities", { step: 6, actor: "sdk" }).note("sdk.ca-file", { ...file, certificates: own.length });
  return trustAnchors(file.comesTo === "nothing" ? own : [...ofImage, ...own]);
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/g;

/** Those in a file of PEM; none where the app cannot read one. */
function readCertificates(files: Files, path: string): readonly string[] {
  try {
    return new TextDecoder().decode(files.read(path)).match(CERTIFICATE) ?? [];
  } catch (error) {
    if (error instanceof FileError) return [];
    throw error;
  }
}
