import { textAt } from "@irsa-sim/story";
import { cleanLine } from "../../text/clean-line.js";
import { shortenMiddle } from "../../text/layout.js";
import { answered, changesOf, type Details, row } from "./details.js";

/** Step 0: the issuer's key, and the provider as IAM keeps it. */
export const issuerDetails: Details = (step, options) => {
  const body = answered(step, "JWKS", 200)?.response?.body;
  const key = body?.kind === "json" ? (name: string) => cleanLine(textAt(body.content, ["keys", 0, name]) ?? "") : null;
  const count =
    body?.kind === "json" && body.content.kind === "object"
      ? body.content.members.flatMap(({ content }) => (content.kind === "list" ? content.items : [])).length
      : 0;
  const { url, clientIds, thumbprints } = (changesOf(step, "OpenIDConnectProvider ")[0]?.after ?? {}) as {
    readonly url?: string;
    readonly clientIds?: readonly string[];
    readonly thumbprints?: readonly string[];
  };
  return [
    ...(key === null || count === 0
      ? []
      : row("issuer", `${key("alg")} key ${shortenMiddle(key("kid"), 13)}${count > 1 ? `, ${count} published` : ""}`, options)),
    ...(url === undefined ? [] : row("provider in IAM", url, options)),
    ...(url === undefined
      ? []
      : row("", `client ids ${clientIds?.join(", ") || "none"} · thumbprint ${[...(thumbprints?.[0] ?? "none")].slice(0, 8).join("")}…`, options)),
  ];
};
