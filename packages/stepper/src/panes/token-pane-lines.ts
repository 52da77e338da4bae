import type { KnownCredentials, KnownToken } from "@irsa-sim/story";
import { jsonLines } from "./content-lines.js";
import { field } from "./field.js";
import { lifeBar } from "./life-bar.js";
import type { PaneContext } from "./pane-context.js";
import { prose } from "./prose.js";
import { utc } from "./utc.js";

/** The pod's token as it is now, and the credentials that it was exchanged for. */
export function tokenPaneLines(context: PaneContext): readonly string[] {
  const { token, credentials } = context.known;
  if (token === null && credentials === null) return prose("No token was issued for this pod by now.", context);
  return [...(token === null ? [] : ofToken(token, context)), ...(credentials === null ? [] : ["", ...ofCredentials(credentials, context)])];
}

function ofToken({ claims, kid, issuedAt, expiresAt, lifetimeUsed }: KnownToken, context: PaneContext): readonly string[] {
  const { palette } = context;
  return [
    palette.strong("web identity token"),
    ...field("issued", utc(issuedAt), context),
    ...field("expires", utc(expiresAt), context),
    ...field("used", lifeBar(lifetimeUsed, context.width - 20), context),
    ...field("kid", kid, context),
    palette.quiet("claims"),
    ...jsonLines(claims, context, 2),
  ];
}

function ofCredentials({ accessKeyId, provider, source, role, expiresAt }: KnownCredentials, context: PaneContext): readonly string[] {
  return [
    context.palette.strong("credentials of the SDK"),
    ...field("access key", accessKeyId, context),
    ...field("from", `${provider} (${source})`, context),
    ...(role === null ? [] : field("role", role, context)),
    ...field("expires", expiresAt === null ? "never" : utc(expiresAt), context),
  ];
}
