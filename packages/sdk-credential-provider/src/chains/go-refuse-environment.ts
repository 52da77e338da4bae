import type { ProfileRefusal } from "../shared-config/shared-config-rules.js";

const SWITCHES = ["AWS_USE_DUALSTACK_ENDPOINT", "AWS_USE_FIPS_ENDPOINT"];
const MODES = ["ipv4", "ipv6"];

/** What both lines of Go find wrong in the environment: a switch that is neither on nor off, a mode of the metadata service that there is not. */
export function goRefuseEnvironment(environment: Readonly<Record<string, string>>): ProfileRefusal | null {
  const set = (name: string): string => environment[name] ?? "";
  const mode = "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE";
  if (set(mode) !== "" && !MODES.includes(set(mode).toLowerCase()))
    return invalid(`${mode}=${set(mode)}, unknown EC2 IMDS endpoint mode, must be either IPv6 or IPv4`);
  const wrong = SWITCHES.find((name) => set(name) !== "" && !["true", "false"].includes(set(name).toLowerCase()));
  return wrong === undefined ? null : invalid(`${wrong}=${set(wrong)}, need true, false`);
}

/** The same in Go v1, which looks at where STS is to be called too. */
export function goV1RefuseEnvironment(environment: Readonly<Record<string, string>>): ProfileRefusal | null {
  const { AWS_STS_REGIONAL_ENDPOINTS: flag = "" } = environment;
  const why = "unable to resolve the value of STSRegionalEndpoint for";
  const refusal = ["", "legacy", "regional"].includes(flag.toLowerCase())
    ? goRefuseEnvironment(environment)
    : { code: INVALID, message: `failed to load, AWS_STS_REGIONAL_ENDPOINTS from env config, ${why} ${flag}` };
  return refusal === null ? null : { ...refusal, message: `failed to load environment config, ${refusal.message}` };
}

const INVALID = "InvalidSetting";

function invalid(what: string): ProfileRefusal {
  return { code: INVALID, message: `invalid value for environment variable, ${what}` };
}
