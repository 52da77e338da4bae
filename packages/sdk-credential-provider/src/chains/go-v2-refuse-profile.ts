import type { Properties } from "../shared-config/parse-shared-config.js";
import type { SharedConfig } from "../shared-config/shared-config.js";
import type { ProfileRefusal } from "../shared-config/shared-config-rules.js";

type Profiles = Pick<SharedConfig, "selected" | "profile">;

/** What Go v2 finds wrong in the selected profile before anybody looks for credentials: half a pair of keys, or a role whose source is not there or has nothing. */
export function goV2RefuseProfile(profiles: Profiles): ProfileRefusal | null {
  return refuseHalfKeys(profiles) ?? refuseSources(profiles) ?? refuseSource(profiles) ?? refuseTokenAlone(profiles);
}

/** The text counts how often the section was merged, which the credentials file's is twice; it hides what the config file's lacks. */
function refuseHalfKeys({ selected, profile }: Profiles): ProfileRefusal | null {
  const credentials = profile(selected, ["credentials"]);
  const config = profile(selected, ["config"]);
  const section = selected === "default" ? selected : `profile ${selected}`;
  if (credentials !== null) return isHalf(credentials) ? refuseMerged(selected, 2, selected) : null;
  return config !== null && isHalf(config) ? refuseMerged(selected, 1, section) : null;
}

function isHalf(properties: Properties): boolean {
  return "aws_access_key_id" in properties !== "aws_secret_access_key" in properties;
}

function refuseMerged(name: string, merges: number, section: string): ProfileRefusal {
  const what = `partial credentials found for profile ${section}`;
  return { code: "PartialCredentialsError", message: `error fetching config from profile, ${name}, Error using profile: \n ${merges}, ${what}\n` };
}

/** A profile has one kind of credentials, and sources of known names. */
function refuseSources({ selected, profile }: Profiles): ProfileRefusal | null {
  const properties = profile(selected) ?? {};
  const { credential_source: source = "" } = properties;
  if (ONE_OF.filter((key) => (properties[key] ?? "") !== "").length > 1) return { code: "SeveralSources", message: ONE_ONLY };
  const isKnown = source === "" || ["EcsContainer", "Ec2InstanceMetadata", "Environment"].includes(source);
  return isKnown ? null : { code: "UnknownSource", message: "credential_source values must be EcsContainer, Ec2InstanceMetadata, or Environment" };
}

const ONE_OF = ["source_profile", "credential_source", "credential_process", "web_identity_token_file"];
const ONE_ONLY = "only one credential type may be specified per profile: source profile, credential source, credential process, web identity token";

function refuseTokenAlone({ selected, profile }: Profiles): ProfileRefusal | null {
  const { role_arn: roleArn = "", web_identity_token_file: file = "" } = profile(selected) ?? {};
  if (file === "" || roleArn !== "") return null;
  return { code: "RoleRequired", message: `credential type web_identity_token_file requires role_arn, profile ${selected}` };
}

const SOURCES = ["aws_access_key_id", "credential_source", "credential_process", "source_profile", "sso_session", "sso_start_url", "web_identity_token_file"];

function refuseSource({ selected, profile }: Profiles): ProfileRefusal | null {
  return refuseSourceOf(selected, [selected], profile);
}

/** Source by source, as far as each has another one. */
function refuseSourceOf(name: string, visited: readonly string[], profile: Profiles["profile"]): ProfileRefusal | null {
  const { role_arn: roleArn = "", source_profile: source = "" } = profile(name) ?? {};
  if (roleArn === "" || source === "" || source === name) return null;
  const refused = (why: string): string => `failed to load assume role ${roleArn}, of profile ${source}, ${why}`;
  if (visited.includes(source)) return { code: "SourceProfileEmpty", message: refused("<nil>") };
  const found = profile(source);
  if (found === null) return { code: "SourceProfileNotFound", message: refused(`failed to get shared config profile, ${source}`) };
  if ((found.source_profile ?? "") !== "") return refuseSourceOf(source, [...visited, source], profile);
  return SOURCES.some((key) => (found[key] ?? "") !== "") ? null : { code: "SourceProfileEmpty", message: refused("<nil>") };
}
