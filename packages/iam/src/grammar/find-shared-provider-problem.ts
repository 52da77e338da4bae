import type { Json, JsonObject } from "@irsa-sim/core";
import { isObject, texts } from "./values.js";

/** Issuers that serve many tenants, and the claim that tells them apart; issuers of a cluster belong to one. */
const TENANT_CLAIM: ReadonlyMap<string, string> = new Map([
  ...["token.actions.githubusercontent.com", "vstoken.actions.githubusercontent.com", "oidc-configuration.audit-log.githubusercontent.com"].map(subOf),
  ...["gitlab.com", "agent.buildkite.com", "app.terraform.io", "oidc.codefresh.io", "studio.datachain.ai/api", "scalr.io"].map(subOf),
  ...["tokens.cloud.shisho.dev", "proidc.upbound.io"].map(subOf),
  ...["api.pulumi.com/oidc", "sandboxes.cloud", "oidc.vercel.com"].map((issuer) => [issuer, "aud"] as const),
]);

const COGNITO = "cognito-identity.amazonaws.com";

function subOf(issuer: string): readonly [issuer: string, claim: string] {
  return [issuer, "sub"];
}

/**
 * A trust in an issuer of many tenants that lets each of them in: the tenant's claim must be asked for by more than wildcards.
 * Differs from AWS in the text, which is not known but for Cognito's.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html
 */
export function findSharedProviderProblem(principal: Json | undefined, { Effect: effect, Condition: condition }: JsonObject): string | null {
  const federated = isObject(principal) && principal.Federated !== undefined && effect === "Allow" ? (texts(principal.Federated) ?? []) : [];
  for (const name of federated) {
    const issuer = name.replace(/^arn:[^/]*:oidc-provider\//, "");
    if (issuer === COGNITO && !asksFor(condition, `${COGNITO}:aud`)) return "A condition block must be present for the Cognito provider";
    const claim = TENANT_CLAIM.get(issuer);
    if (claim !== undefined && !asksFor(condition, `${issuer}:${claim}`))
      return `The trust policy trusts the shared OpenID Connect provider "${issuer}" and must have a condition on "${issuer}:${claim}" that does not consist of wildcards only.`;
  }
  return null;
}

function asksFor(condition: Json | undefined, key: string): boolean {
  if (!isObject(condition)) return false;
  return Object.entries(condition)
    .filter(([operator]) => /^(?:For\w+:)?String(?:Equals|Like)/.test(operator))
    .flatMap(([, keys]) => (isObject(keys) ? Object.entries(keys) : []))
    .some(([name, values]) => name.toLowerCase() === key && (texts(values) ?? []).every((value) => !/^[*?]*$/.test(value)));
}
