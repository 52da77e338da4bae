import type { JsonObject } from "@irsa-sim/core";
import { textsOf } from "../claims/registered-claims.js";
import { listed, show } from "../in-words.js";
import { isAccessToken, knownIssuer } from "../known-issuers.js";
import { readSubject } from "../read-subject.js";
import type { TokenWarning, WarningContext } from "./token-warning.js";

const STS_AUDIENCE = "sts.amazonaws.com";
const POD_IDENTITY_AUDIENCE = "pods.eks.amazonaws.com";
const REQUIRED = ["iss", "sub", "aud", "exp", "iat"] as const;

/** For somebody else, of an old kind, without what STS demands, or with claims that contradict each other. */
export function claimWarnings(token: WarningContext): readonly TokenWarning[] {
  return isLegacy(token.claims)
    ? [LEGACY]
    : [...missing(token), ...accessToken(token), ...audience(token), ...issuer(token), ...subject(token), ...binding(token)];
}

const LEGACY: TokenWarning = {
  id: "legacy-secret",
  says: "it is a legacy token out of a Secret: no exp, no aud, and no issuer that AWS can know; IRSA needs the projected one at AWS_WEB_IDENTITY_TOKEN_FILE",
};

/** The kind that the controller of Secrets writes (kubernetes-tokens.md, section 10). */
function isLegacy({ iss }: JsonObject): boolean {
  return iss === "kubernetes/serviceaccount";
}

function missing({ claims }: WarningContext): readonly TokenWarning[] {
  const names = REQUIRED.filter((name) => claims[name] === undefined || claims[name] === null || claims[name] === "");
  return names.length === 0 ? [] : [{ id: "claim-missing", says: `it has no ${listed(names)}, which STS demands` }];
}

function accessToken({ header, claims }: WarningContext): readonly TokenWarning[] {
  return isAccessToken({ header, claims })
    ? [{ id: "access-token", says: "it is an access token, for an API of its issuer: STS wants the ID token that was given with it" }]
    : [];
}

function audience({ claims }: WarningContext): readonly TokenWarning[] {
  const audiences = textsOf(claims.aud);
  if (claims.azp !== undefined || audiences.length === 0) return [];
  if (audiences.length > 1)
    return [{ id: "several-audiences", says: `it is for ${listed(audiences)}: STS takes a token with several audiences only if azp chooses` }];
  if (audiences.includes(STS_AUDIENCE)) return [];
  if (audiences.includes(POD_IDENTITY_AUDIENCE))
    return [{ id: "audience", says: "it is the token for EKS Pod Identity, which its agent takes: STS does not, and IRSA has a token of its own" }];
  const isApi = audiences.some((one) => one.startsWith("https://kubernetes.default") || one === claims.iss);
  const where = isApi ? "it is the token for the API server (/var/run/secrets/kubernetes.io), not the one for AWS" : "the provider must list it as a client id";
  return [{ id: "audience", says: `it is for ${listed(audiences)} and not for ${STS_AUDIENCE}: ${where}` }];
}

function issuer({ claims: { iss } }: WarningContext): readonly TokenWarning[] {
  if (typeof iss !== "string" || iss === "") return [];
  if (!URL.canParse(iss) || new URL(iss).protocol !== "https:")
    return [{ id: "issuer", says: `its issuer ${iss} is no https URL: no OIDC provider can be made for it` }];
  return iss.endsWith("/") ? [{ id: "issuer", says: `its issuer ends with a slash: the provider's URL must too, and no document may leave it out` }] : [];
}

function subject({ claims }: WarningContext): readonly TokenWarning[] {
  const named = readSubject(claims.sub);
  const kubernetes = claims["kubernetes.io"];
  if (named === null || typeof kubernetes !== "object" || kubernetes === null || Array.isArray(kubernetes)) return [];
  const { namespace, serviceaccount } = kubernetes as JsonObject;
  const name =
    typeof serviceaccount === "object" && serviceaccount !== null && !Array.isArray(serviceaccount) ? (serviceaccount as JsonObject).name : undefined;
  const agrees = (namespace === undefined || namespace === named.namespace) && (name === undefined || name === named.serviceAccount);
  if (agrees) return [];
  return [
    {
      id: "subject",
      says: `its sub says ${named.namespace}/${named.serviceAccount}, its kubernetes.io ${show(namespace)}/${show(name)}: no API server signs that`,
    },
  ];
}

function binding({ claims }: WarningContext): readonly TokenWarning[] {
  const kubernetes = claims["kubernetes.io"];
  if (typeof kubernetes !== "object" || kubernetes === null || Array.isArray(kubernetes)) {
    const name = knownIssuer(claims.iss);
    const whose =
      name === null ? "it is not a token of a service account, or a cluster before 1.21 made it" : `it is a token of ${name}, and not of a service account`;
    return [{ id: "foreign", says: `it has no kubernetes.io claim: ${whose}` }];
  }
  const bound = kubernetes as JsonObject;
  if (bound.pod !== undefined || bound.secret !== undefined || bound.node !== undefined) return [];
  return [{ id: "unbound", says: "it is bound to no pod, as kubectl create token makes them: it lives on until it ends" }];
}
