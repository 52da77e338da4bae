import { type ClaimReader, claimReaders, type KnownCredentials, type KnownToken } from "@irsa-sim/story";
import { cleanLine, indented } from "@irsa-sim/trace-views";
import { chainLines } from "./chain-lines.js";
import { jsonLines } from "./content-lines.js";
import { field } from "./field.js";
import { lifeBar } from "./life-bar.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";
import { utc } from "./utc.js";

/** Claims that are seconds since 1970; RFC 7519, section 4.1. */
const INSTANTS: ReadonlySet<string> = new Set(["exp", "iat", "nbf"]);

/** The pod's token as it is now with the checks that read each claim, the credentials that it was exchanged for, and the chain that found them. */
export function tokenPaneLines(context: PaneContext): readonly string[] {
  const { token, credentials } = context.known;
  const ofThem = [...(token === null ? [] : tokenLines(token, context)), ...(credentials === null ? [] : ["", ...credentialLines(credentials, context)])];
  const chain = chainLines(context);
  return ofThem.length + chain.length === 0 ? prose("No token was issued for this pod by now.", context) : [...ofThem, ...chain];
}

function tokenLines({ claims, kid, issuedAt, expiresAt, lifetimeUsed }: KnownToken, context: PaneContext): readonly string[] {
  const { palette } = context;
  const readers = context.isBlind ? [] : claimReaders(context.story, { seq: context.here.until });
  return [
    palette.strong("web identity token"),
    ...field("issued", utc(issuedAt), context),
    ...field("expires", utc(expiresAt), context),
    ...field("used", lifeBar(lifetimeUsed, context.width - 20), context),
    ...field("kid", kid, context),
    palette.strong("claims"),
    ...Object.entries(claims).flatMap(([name, value]) =>
      claimLines(
        name,
        value,
        readers.filter(({ claim }) => claim === name),
        context,
      ),
    ),
  ];
}

function claimLines(name: string, value: unknown, readers: readonly ClaimReader[], context: PaneContext): readonly string[] {
  const { palette, width } = context;
  const marks = readers.flatMap(({ title, passed }) =>
    indented(`${passed ? palette.good("✔") : palette.bad("✘")} ${palette.quiet(`read by: ${cleanLine(title)}`)}`, 4, width),
  );
  const instant = typeof value === "number" && INSTANTS.has(name) ? palette.quiet(`  ${utc(value * 1000)}`) : "";
  const [first = "", ...rest] = jsonLines({ [name]: value }, context, 1);
  return [`${first}${instant}`, ...rest, ...marks];
}

function credentialLines({ accessKeyId, provider, source, role, expiresAt }: KnownCredentials, context: PaneContext): readonly string[] {
  return [
    context.palette.strong("credentials of the SDK"),
    ...field("access key", accessKeyId, context),
    ...field("from", `${provider} (${source})`, context),
    ...(role === null ? [] : field("role", role, context)),
    ...field("expires", expiresAt === null ? "never" : utc(expiresAt), context),
  ];
}
