import type { EnvVar } from "../kubernetes-types/pod.js";

/** Which groups of variables a container defines itself; one member of a group counts for all. */
export interface DefinedVariables {
  readonly webIdentity: boolean;
  readonly region: boolean;
  readonly stsRegionalEndpoints: boolean;
}

/** What the variables are to say. */
export interface EnvironmentAddition {
  readonly roleArn: string;
  readonly tokenFile: string;
  /** Empty for none. */
  readonly region: string;
  readonly stsRegionalEndpoint: boolean;
}

/** Looks at `env` only, by exact name, whatever the value or its source is. */
export function whatIsDefined(env: readonly EnvVar[]): DefinedVariables {
  const names = new Set(env.map(({ name }) => name));
  return {
    webIdentity: names.has("AWS_ROLE_ARN") || names.has("AWS_WEB_IDENTITY_TOKEN_FILE"),
    region: names.has("AWS_REGION") || names.has("AWS_DEFAULT_REGION"),
    stsRegionalEndpoints: names.has("AWS_STS_REGIONAL_ENDPOINTS"),
  };
}

/**
 * The variables to append, in the webhook's order.
 *
 * @see webhook.md, section 6.2
 */
export function addedEnvironment(defined: DefinedVariables, { roleArn, tokenFile, region, stsRegionalEndpoint }: EnvironmentAddition): readonly EnvVar[] {
  const added: EnvVar[] = [];
  if (!defined.stsRegionalEndpoints && stsRegionalEndpoint) added.push({ name: "AWS_STS_REGIONAL_ENDPOINTS", value: "regional" });
  if (!defined.region && region !== "") added.push({ name: "AWS_DEFAULT_REGION", value: region }, { name: "AWS_REGION", value: region });
  if (!defined.webIdentity) added.push({ name: "AWS_ROLE_ARN", value: roleArn }, { name: "AWS_WEB_IDENTITY_TOKEN_FILE", value: tokenFile });
  return added;
}
