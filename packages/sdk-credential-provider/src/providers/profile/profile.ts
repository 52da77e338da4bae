/** A link that reads the selected profile. */
import type { ChainLink } from "../../chains/chain.js";
import { localError } from "../../load-error.js";
import type { SharedFile } from "../../shared-config/parse-shared-config.js";
import { loadsConfig } from "../../shared-config/read-shared-config.js";
import type { SharedConfig } from "../../shared-config/shared-config.js";
import type { Provider, ProviderInput } from "../provider.js";
import { setVariables } from "../set-variables.js";
import type { ProfileForm } from "./profile-form.js";

/** How an SDK reads a profile. */
export interface ProfileRules {
  readonly name: string;
  /** `profile` when absent; SDKs with a provider for each form say `sso`, `process`, … */
  readonly kind?: ChainLink["kind"];
  readonly onError: ChainLink["onError"];
  /** In the order tried; the first that the profile has counts. */
  readonly forms: readonly ProfileForm[];
  /** Which files; both when absent. */
  readonly files?: readonly SharedFile[];
  /** The provider exists only for a profile that is named in code. */
  readonly onlyForProfileInCode?: boolean;
  /** A named profile that does not exist is an error with this text; a skip when absent. */
  readonly missingProfile?: (name: string) => string;
  /** Whether `AWS_SDK_LOAD_CONFIG` without a config file makes the whole provider fail. */
  readonly needsConfigFileOnceLoaded?: boolean;
  /** Why a profile takes no part; in our words when absent. */
  readonly skipText?: string | ((name: string) => string);
}

const BOTH: readonly SharedFile[] = ["config", "credentials"];
const VARIABLES = ["AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"];

/** The selected profile, by the forms that the SDK knows. */
export function profile(rules: ProfileRules): ChainLink {
  return { name: rules.name, kind: rules.kind ?? "profile", onError: rules.onError, ask: askProfile(rules) };
}

function askProfile(rules: ProfileRules): Provider {
  const { forms, files = BOTH } = rules;
  return async (input) => {
    const { sharedConfig, environment } = input;
    const inputs = [...setVariables(environment, VARIABLES), ...files.filter((file) => sharedConfig.present[file]).map((file) => sharedConfig.paths[file])];
    const refusal = whyNot(rules, input);
    if (refusal !== null) return { verdict: "skip", reason: refusal, inputs };
    const name = sharedConfig.selected;
    const properties = sharedConfig.profile(name, files);
    if (properties === null && rules.missingProfile !== undefined && sharedConfig.selectedBy !== "nobody")
      return { verdict: "error", inputs, isFinal: true, error: localError("ProfileNotFound", rules.missingProfile(name)) };
    for (const form of properties === null ? [] : forms) {
      const answer = await form(input, { name, properties: properties as NonNullable<typeof properties>, files, visited: [name] });
      if (answer?.verdict === "error") return { ...answer, inputs, error: { ...answer.error, details: { ...answer.error.details, isOfProfile: true } } };
      if (answer !== null) return { ...answer, inputs };
    }
    return { verdict: "skip", reason: whyPassed(rules.skipText, sharedConfig, files), inputs };
  };
}

function whyNot(rules: ProfileRules, { profile: inCode, chain, environment, sharedConfig }: ProviderInput): string | null {
  if (rules.onlyForProfileInCode && inCode === undefined) return "no profile is named in code";
  const loads = chain.sharedConfig.configFile === "with-load-config" && loadsConfig(environment);
  if (rules.needsConfigFileOnceLoaded && loads && !sharedConfig.present.config)
    return `AWS_SDK_LOAD_CONFIG is set, and there is no file ${sharedConfig.paths.config}`;
  return null;
}

function whyPassed(text: ProfileRules["skipText"], sharedConfig: SharedConfig, files: readonly SharedFile[]): string {
  if (text === undefined) return describeAbsence(sharedConfig, files);
  return typeof text === "string" ? text : text(sharedConfig.selected);
}

function describeAbsence({ selected, present, paths }: SharedConfig, files: readonly SharedFile[]): string {
  if (files.every((file) => !present[file])) return `no file ${paths[files.at(-1) as SharedFile]}`;
  return `profile ${selected} has no keys`;
}
