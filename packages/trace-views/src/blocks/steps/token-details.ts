import type { StepStory } from "@irsa-sim/story";
import { cleanTexts } from "../../text/clean-texts.js";
import { indented, shortenMiddle } from "../../text/layout.js";
import { duration } from "../../text/time.js";
import { changesOf, type Details, notesOf, row } from "./details.js";
import { tokenOf } from "./token-of.js";

/** Step 2: the pod on its node. */
export const seenDetails: Details = (step, options) =>
  notesOf(step, "kubelet.pod-seen").flatMap(({ attributes }) =>
    row(String(attributes.pod), `on ${String(attributes.node)}, uid ${String(attributes.uid)}`, options),
  );

/** Step 3: why a token is needed, and what the kubelet asks for. */
export const neededDetails: Details = (step, options) =>
  notesOf(step, "kubelet.token-needed").flatMap(({ attributes, at }) => {
    const reason =
      attributes.reason === "missing" ? "no token yet" : `the token is ${String(attributes.reason).replaceAll("-", " ").replace("percent", "% of its life")}`;
    return row(
      new Date(at).toISOString().slice(11, 19),
      `${reason}: asks for ${String(attributes.audience) || "the API server's own audience"}, ${duration(Number(attributes.expirationSeconds))}`,
      options,
    );
  });

/** Step 4: the token, decoded. */
export const tokenDetails: Details = (step, options) => {
  const token = issuedToken(step);
  if (token === null) return [];
  const { iss, sub, aud, iat, exp } = cleanTexts(token.claims);
  return [
    ...row("iss", String(iss), options),
    ...row("sub", String(sub), options),
    ...row("aud", Array.isArray(aud) ? aud.join(", ") : String(aud), options),
    ...row("lives", duration(Number(exp) - Number(iat)), options),
    ...row("signed", `${String(cleanTexts(token.header).alg)} by key ${shortenMiddle(String(cleanTexts(token.header).kid), 13)}`, options),
  ];
};

function issuedToken({ arrows }: StepStory): ReturnType<typeof tokenOf> {
  const body = arrows.find(({ name, status }) => name === "TokenRequest" && status === 201)?.response?.body;
  return body === undefined ? null : tokenOf(body);
}

/** Step 5: the files that the kubelet wrote. */
export const fileDetails: Details = (step, options) =>
  changesOf(step).flatMap(({ what, after }) => {
    const { link = "", mode = "", owner = "", bytes = "" } = (after ?? {}) as Readonly<Record<string, string | number>>;
    return [...indented(what, 4, options.width), ...row(`  ${mode} ${owner}, ${bytes} bytes`, String(link), options)];
  });
