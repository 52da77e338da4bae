import type { JsonObject } from "@irsa-sim/core";

/** Somebody else than a cluster who issues tokens that people send to STS. */
interface KnownIssuer {
  readonly form: RegExp;
  readonly name: string;
}

/** By the issuer's URL; the first that fits counts. */
const KNOWN: readonly KnownIssuer[] = [
  { form: /^https:\/\/token\.actions\.githubusercontent\.com(\/|$)/, name: "GitHub Actions" },
  { form: /^https:\/\/gitlab\.com$/, name: "GitLab CI" },
  { form: /^https:\/\/oidc\.circleci\.com\//, name: "CircleCI" },
  { form: /^https:\/\/agent\.buildkite\.com$/, name: "Buildkite" },
  { form: /^https:\/\/api\.bitbucket\.org\//, name: "Bitbucket Pipelines" },
  { form: /^https:\/\/app\.terraform\.io$/, name: "HCP Terraform" },
  { form: /^https:\/\/cognito-idp\.[\w-]+\.amazonaws\.com(\.cn)?\//, name: "an Amazon Cognito user pool" },
  { form: /^https:\/\/cognito-identity\.[\w.-]*amazonaws\.com/, name: "an Amazon Cognito identity pool" },
  { form: /^https:\/\/(login\.microsoftonline\.com|sts\.windows\.net)\//, name: "Microsoft Entra ID (Azure)" },
  { form: /^https:\/\/[\w.-]*oic\.[\w-]+\.azure\.com\//, name: "a cluster of Azure (AKS)" },
  { form: /^https:\/\/container\.googleapis\.com\//, name: "a cluster of Google Cloud (GKE)" },
  { form: /^(https:\/\/)?accounts\.google\.com$/, name: "Google" },
  { form: /^https:\/\/[\w.-]+\.okta(preview)?\.com/, name: "Okta" },
  { form: /^https:\/\/[\w.-]+\.auth0\.com\/?$/, name: "Auth0" },
  { form: /\/realms\/[^/]+$/, name: "Keycloak" },
  { form: /^https:\/\/kubernetes\.default\.svc/, name: "a cluster whose issuer is not reachable from outside" },
];

/** Who issued a token, where that is no EKS cluster and known by its URL; `null` for any other issuer. */
export function knownIssuer(issuer: unknown): string | null {
  return typeof issuer === "string" ? (KNOWN.find(({ form }) => form.test(issuer))?.name ?? null) : null;
}

/** Whether a token only opens an API of its issuer, and says of nobody who he is. */
export function isAccessToken({ header, claims }: { readonly header: JsonObject; readonly claims: JsonObject }): boolean {
  const isTyped = typeof header.typ === "string" && /^(application\/)?at\+jwt$/i.test(header.typ);
  return isTyped || claims.token_use === "access" || (claims.scp !== undefined && claims.nonce === undefined && claims.email === undefined);
}
