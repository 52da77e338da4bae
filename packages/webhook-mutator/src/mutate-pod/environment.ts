import type { EnvVar } from "../kubernetes-types/pod.js";

/** Which groups of variables a container defines itself; one member of a group counts for all. */
export interface DefinedVariables {
  /** The pair of the mode that is at work; the other mode's pair means nothing. */
  readonly pair: boolean;
  readonly region: boolean;
  readonly stsRegionalEndpoints: boolean;
}

/** What the variables are to say. */
export interface EnvironmentAddition {
  readonly pair: readonly [EnvVar, EnvVar];
  /** Empty for none. */
  readonly region: string;
  readonly stsRegionalEndpoint: boolean;
}

/** Looks at `env` only, by exact name, whatever the value or its source is. */
export function whatIsDefined(env: readonly EnvVar[], pair: EnvironmentAddition["pair"]): DefinedVariables {
  const names = new Set(env.map(({ name }) => name));
  return {
    pair: pair.some(({ name }) => names.has(name)),
    region: names.has("AWS_REGION") || names.has("AWS_DEFAULT_REGION"),
    stsRegionalEndpoints: names.has("AWS_STS_REGIONAL_ENDPOINTS"),
  };
}

/**
 * The variables to append, in the webhook's order.
 *
 * @see webhook.md, section 6.2
 */
export function addedEnvironment(defined: DefinedVariables, { pair, region, stsRegionalEndpoint }: EnvironmentAddition): readonly EnvVar[] {
  const added: EnvVar[] = [];
  if (!defined.stsRegionalEndpoints && stsRegionalEndpoint) added.push({ name: "AWS_STS_REGIONAL_ENDPOINTS", value: "regional" });
  if (!defined.region && region !== "") added.push({ name: "AWS_DEFAULT_REGION", value: region }, { name: "AWS_REGION", value: region });
  if (!defined.pair) added.push(...pair);
  return added;
}
