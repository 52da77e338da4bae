/** The claims of RFC 7519 and OpenID Connect, as Kubernetes writes and STS reads them (kubernetes-tokens.md, section 2.2; sts-and-iam.md, section 4.4). */
import type { Json } from "@irsa-sim/core";
import type { ClaimRule } from "../claim-rule.js";
import { listed, show, timeInWords } from "../in-words.js";
import { knownIssuer } from "../known-issuers.js";
import { readSubject } from "../read-subject.js";

/** As they are told. */
export const REGISTERED_CLAIMS: readonly ClaimRule[] = [
  {
    path: ["iss"],
    explain: (value) => `who issued it: ${nameIssuer(show(value))}; the role's account needs an OIDC provider of exactly this URL`,
    readBy: ["sts.token-structure", "sts.provider"],
  },
  {
    path: ["sub"],
    explain: (value) => {
      const subject = readSubject(value);
      const who = subject === null ? "not the form of a service account's name" : `service account ${subject.serviceAccount} of namespace ${subject.namespace}`;
      return `whom it is about: ${who}`;
    },
    readBy: ["sts.required-claims", "sts.trust-policy"],
    conditionKey: "sub",
  },
  {
    path: ["aud"],
    explain: (value) => `whom it is for: ${listed(textsOf(value)) || "nobody that can be read"}; it must be a client id of the provider`,
    readBy: ["sts.required-claims", "sts.audience", "sts.trust-policy"],
    conditionKey: "aud",
  },
  {
    path: ["azp"],
    explain: (value) => `the client that it was given to, ${show(value)}: STS takes it in place of aud`,
    readBy: ["sts.audience", "sts.trust-policy"],
    conditionKey: "aud",
  },
  { path: ["exp"], explain: (value, { now }) => `it ends ${timeInWords(value, now)}`, readBy: ["sts.required-claims", "sts.times"] },
  { path: ["iat"], explain: (value, { now }) => `it was issued ${timeInWords(value, now)}`, readBy: ["sts.required-claims", "sts.times"] },
  { path: ["nbf"], explain: (value, { now }) => `it counts from then on: ${timeInWords(value, now)}`, readBy: ["sts.times"] },
  { path: ["jti"], explain: () => "its own id, which the API server's audit log names where it was issued and used; STS does not keep it" },
  { path: ["amr"], explain: (value) => `how its subject was authenticated: ${listed(textsOf(value))}`, readBy: ["sts.trust-policy"], conditionKey: "amr" },
  { path: ["email"], explain: () => "an address, which Kubernetes never writes", readBy: ["sts.trust-policy"], conditionKey: "email" },
];

/** A text or a list of texts as a list. */
export function textsOf(value: Json | undefined): readonly string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string");
}

function nameIssuer(issuer: string): string {
  const eks = /^https:\/\/oidc\.eks\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?\/id\/[0-9A-F]{32}$/.exec(issuer);
  if (eks !== null) return `an EKS cluster in ${eks[1]}`;
  if (issuer === "kubernetes/serviceaccount") return "the controller that fills Secrets, whose tokens no issuer outside vouches for";
  const known = knownIssuer(issuer);
  if (known !== null) return known;
  return URL.canParse(issuer) && new URL(issuer).protocol === "https:"
    ? `the issuer at ${new URL(issuer).host}`
    : "no https URL, which no OIDC provider can have";
}
