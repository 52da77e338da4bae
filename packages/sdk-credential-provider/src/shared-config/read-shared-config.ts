import type { Files } from "@irsa-sim/core";
import { readIfReadable } from "../read-if-readable.js";
import { parseServices } from "./parse-services.js";
import { parseSharedConfig, type SharedFile } from "./parse-shared-config.js";
import type { SharedConfig } from "./shared-config.js";
import type { SharedConfigRules } from "./shared-config-rules.js";

/** Where the files are looked for, and how a profile is selected. */
export interface SharedConfigSource {
  readonly environment: Readonly<Record<string, string>>;
  readonly files: Files;
  /** The profile that the app names in code. */
  readonly profile?: string;
}

const BOTH: readonly SharedFile[] = ["config", "credentials"];

/**
 * Reads `~/.aws/config` and `~/.aws/credentials`, or what `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE` name.
 *
 * @see sdk-credential-chains.md, section 2.2
 */
export function readSharedConfig({ environment, files, profile }: SharedConfigSource, rules: SharedConfigRules): SharedConfig {
  const folder = `${environment.HOME || "/root"}/.aws`;
  const paths = {
    config: environment.AWS_CONFIG_FILE || `${folder}/config`,
    credentials:
      (rules.credentialsFileVariable === undefined || loadsConfig(environment) ? environment.AWS_SHARED_CREDENTIALS_FILE : "") || `${folder}/credentials`,
  };
  const readsConfig = rules.configFile === "always" || loadsConfig(environment);
  const texts = { config: readsConfig ? readIfReadable(files, paths.config) : null, credentials: readIfReadable(files, paths.credentials) };
  const parsed = {
    config: parseSharedConfig(texts.config ?? "", "config", rules.names),
    credentials: parseSharedConfig(texts.credentials ?? "", "credentials", rules.names),
  };
  const services = parseServices(texts.config ?? "");
  const named = profile ?? rules.profileVariables?.map((name) => environment[name] ?? "").find((name) => name !== "") ?? environment.AWS_PROFILE ?? "";
  return {
    selected: named || "default",
    selectedBy: profile === undefined ? (named === "" ? "nobody" : "AWS_PROFILE") : "code",
    paths,
    present: { config: texts.config !== null, credentials: texts.credentials !== null },
    services: (name) => services.get(name) ?? {},
    profile(name, wanted = BOTH) {
      const found = BOTH.filter((file) => wanted.includes(file))
        .map((file) => parsed[file].get(name))
        .filter((each) => each !== undefined);
      return found.length === 0 ? null : Object.assign({}, ...found);
    },
  };
}

/** Whether `AWS_SDK_LOAD_CONFIG` is set, as SDKs of the older generation want it before they read the config file. */
export function loadsConfig(environment: Readonly<Record<string, string>>): boolean {
  return (environment.AWS_SDK_LOAD_CONFIG ?? "") !== "";
}
