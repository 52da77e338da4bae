import type { IdentityDecision } from "../identity/decide-identity.js";
import type { EnvVar } from "../kubernetes-types/pod.js";
import { containerCredentialsTokenPlace, type TokenPlace, type WebhookSettings, webIdentityTokenPlace } from "../settings.js";

/** What a mode puts into a pod: the token, and the two variables that lead an SDK to it. */
export interface PodToken extends TokenPlace {
  /** Empty for the API server's own. */
  readonly audience: string;
  readonly stsRegionalEndpoint: boolean;
  /** Before the pod's own annotation and jitter. */
  readonly expirationSeconds: bigint;
  /** Whether a lifetime of exactly a day is spread over its last two hours. */
  readonly hasJitter: boolean;
  /** Whether the pod is labelled. */
  readonly hasLabel: boolean;
  /** The pair of variables, given the token file's path as the container sees it. */
  readonly variables: (tokenFile: string) => readonly [EnvVar, EnvVar];
}

/** Everything that differs between the two modes (webhook.md, sections 3.3, 3.5 and 6.3). */
export function podTokenOf(identity: Extract<IdentityDecision, { outcome: "mutate" }>, settings: WebhookSettings): PodToken {
  const { stsRegionalEndpoint, tokenExpirationSeconds: expirationSeconds } = identity;
  if (identity.reason === "container-credentials") {
    return {
      ...containerCredentialsTokenPlace(settings),
      audience: settings.containerCredentialsAudience,
      stsRegionalEndpoint,
      expirationSeconds,
      hasJitter: true,
      hasLabel: true,
      variables: (tokenFile) => [
        { name: "AWS_CONTAINER_CREDENTIALS_FULL_URI", value: settings.containerCredentialsFullUri },
        { name: "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", value: tokenFile },
      ],
    };
  }
  return {
    ...webIdentityTokenPlace(settings),
    audience: identity.audience,
    stsRegionalEndpoint,
    expirationSeconds,
    hasJitter: false,
    hasLabel: false,
    variables: (tokenFile) => [
      { name: "AWS_ROLE_ARN", value: identity.roleArn },
      { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: tokenFile },
    ],
  };
}
