/**
 * Which file an app's SDK takes authorities from, and whether they come to those of the image or stand in their place (real-clients.md, section 1).
 * Differs from Go and Ruby: beside `SSL_CERT_FILE` those read a folder of the system too; and a trust store of Java is a file of PEM here.
 */

/** What the decision is made from. */
export interface CaFileInput {
  /** That this SDK reads, the first that is set counts. */
  readonly variables: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Of the JVM. */
  readonly systemProperties: Readonly<Record<string, string>>;
}

/** A file of authorities, by a variable or property. */
export interface CaFile {
  readonly by: string;
  readonly path: string;
  readonly comesTo: "the image's" | "nothing";
}

const TRUST_STORE = "javax.net.ssl.trustStore";
const JVM = "JAVA_TOOL_OPTIONS";

/** The file; `null` for an app that has the image's authorities alone. */
export function decideCaFile({ variables, environment, systemProperties }: CaFileInput): CaFile | null {
  for (const by of variables) {
    const path = by === JVM ? (systemProperties[TRUST_STORE] ?? trustStoreIn(environment[JVM] ?? "")) : (environment[by] ?? "");
    if (path !== "") return { by, path, comesTo: by === "NODE_EXTRA_CA_CERTS" ? "the image's" : "nothing" };
  }
  return null;
}

function trustStoreIn(options: string): string {
  return new RegExp(`(?:^|\\s)-D${TRUST_STORE}=(\\S+)`).exec(options)?.[1] ?? "";
}
