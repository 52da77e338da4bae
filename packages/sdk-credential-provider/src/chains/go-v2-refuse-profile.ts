import type { Properties } from "../shared-config/parse-shared-config.js";
import type { SharedConfig } from "../shared-config/shared-config.js";
import type { ProfileRefusal } from "../shared-config/shared-config-rules.js";

type Profiles = Pick<SharedConfig, "selected" | "profile">;

/** What Go v2 finds wrong in the selected profile before anybody looks for credentials: half a pair of keys, or a role whose source is not there or has nothing. */
export function goV2RefuseProfile(profiles: Profiles): ProfileRefusal | null {
  return refuseHalfKeys(profiles) ?? refuseSource(profiles);
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

const SOURCES = ["aws_access_key_id", "credential_source", "credential_process", "source_profile", "sso_session", "sso_start_url", "web_identity_token_file"];

function refuseSource({ selected, profile }: Profiles): ProfileRefusal | null {
  const { role_arn: roleArn = "", source_profile: source = "" } = profile(selected) ?? {};
  if (roleArn === "" || source === "" || source === selected) return null;
  const found = profile(source);
  const refused = (why: string): string => `failed to load assume role ${roleArn}, of profile ${source}, ${why}`;
  if (found === null) return { code: "SourceProfileNotFound", message: refused(`failed to get shared config profile, ${source}`) };
  return SOURCES.some((key) => (found[key] ?? "") !== "") ? null : { code: "SourceProfileEmpty", message: refused("<nil>") };
}
