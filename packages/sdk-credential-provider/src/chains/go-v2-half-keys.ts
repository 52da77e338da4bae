import type { SharedConfig } from "../shared-config/shared-config.js";

/**
 * The text with which Go v2 refuses half a pair of keys; it counts how often the section was merged, which the credentials file's is twice.
 *
 * @returns `null` for a whole pair, or none; a section of the credentials file hides what the config file's lacks
 */
export function goV2HalfKeys({ selected, profile }: Pick<SharedConfig, "selected" | "profile">): string | null {
  const credentials = profile(selected, ["credentials"]);
  const config = profile(selected, ["config"]);
  const section = selected === "default" ? selected : `profile ${selected}`;
  if (credentials !== null) return isHalf(credentials) ? refusal(selected, 2, selected) : null;
  return config !== null && isHalf(config) ? refusal(selected, 1, section) : null;
}

function isHalf(properties: Readonly<Record<string, string>>): boolean {
  return "aws_access_key_id" in properties !== "aws_secret_access_key" in properties;
}

function refusal(name: string, merges: number, section: string): string {
  return `error fetching config from profile, ${name}, Error using profile: \n ${merges}, partial credentials found for profile ${section}\n`;
}
