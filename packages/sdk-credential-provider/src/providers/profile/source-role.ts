/** A role that is assumed with other credentials: `role_arn` with `source_profile` or `credential_source`. */

import { localError } from "../../load-error.js";
import type { SharedConfig } from "../../shared-config/shared-config.js";
import { assumeRole } from "../../sts/assume-role.js";
import { askContainer } from "../container.js";
import { env } from "../env.js";
import { askImds } from "../imds.js";
import type { Loaded, Provider, ProviderInput } from "../provider.js";
import type { FormAnswer, NamedProfile, ProfileForm } from "./profile-form.js";
import { staticKeys } from "./static-keys.js";
import { webIdentityRole } from "./web-identity-role.js";

/** What a broken definition does: an error with this text, or the next form. */
export interface SourceRoleRules {
  readonly noSource: { readonly fail: (profile: string) => string } | "skip";
  /** What ends the chain that makes no sense: a source of an unknown name, two sources, a circle, a source without credentials; each as none when absent. */
  readonly refuses?: SourceRefusals;
  /** Whether a profile may be its own source when it holds keys; it may when absent. */
  readonly mayBeOwnSource?: boolean;
  /** What a source profile that is not there does; the same as none when absent. */
  readonly missingSource?: "skip" | ((profile: string, source: string, paths: SharedConfig["paths"]) => Said);
  /** Whether what STS says about the profile's own role ends the chain whatever the link's rule. */
  readonly stsErrorIsFinal?: boolean;
}

/** In the SDK's words, by what is wrong. */
export interface SourceRefusals {
  readonly unknown?: (profile: string, source: string) => Said;
  readonly both?: (profile: string) => Said;
  readonly circle?: (visited: readonly string[], again: string) => Said;
  readonly empty?: (profile: string, source: string, isProfile: boolean) => Said;
}

interface Said {
  readonly code: string;
  readonly message: string;
}

const SOURCES: Readonly<Record<string, Provider>> = {
  Environment: env({ name: "Environment", onError: "fail" }).ask,
  Ec2InstanceMetadata: askImds({}),
  EcsContainer: askContainer({}),
};

/** The form, with an SDK's rule for a role without source. */
export function sourceRole(rules: SourceRoleRules): ProfileForm {
  const { noSource, missingSource, stsErrorIsFinal = false } = rules;
  const form: ProfileForm = async (input, profile) => {
    const {
      role_arn: roleArn = "",
      web_identity_token_file: tokenFile = "",
      role_session_name: sessionName = "",
      duration_seconds: duration,
      external_id: externalId,
    } = profile.properties;
    if (roleArn === "" || tokenFile !== "") return null;
    const source = await findSource(input, profile, { form, rules });
    const { source_profile: named = "" } = profile.properties;
    if (source === null && named !== "" && missingSource !== undefined && input.sharedConfig.profile(named) === null) {
      if (missingSource === "skip") return null;
      const { code, message } = missingSource(profile.name, named, input.sharedConfig.paths);
      return { verdict: "error", error: localError(code, message) };
    }
    const refusal = source === null ? refuseSource(profile, rules) : null;
    if (refusal !== null) return { verdict: "error", error: localError(refusal.code, refusal.message) };
    if (source === null) return noSource === "skip" ? null : { verdict: "error", error: localError("PartialCredentialsError", noSource.fail(profile.name)) };
    if ("error" in source) return { verdict: "error", error: source.error };
    const loaded = await assumeRole(input, {
      roleArn,
      sessionName,
      source: source.credentials,
      durationSeconds: duration === undefined ? input.chain.assumeRoleSeconds : Number(duration),
      wishes: { externalId },
    });
    if ("error" in loaded) return { verdict: "error", error: loaded.error, isFinal: stsErrorIsFinal };
    return { verdict: "match", ...loaded, about: { ...loaded.about, profile: profile.name } };
  };
  return form;
}

interface Role {
  readonly form: ProfileForm;
  readonly rules: SourceRoleRules;
}

/** Why a profile has no source, for SDKs that say so. */
function refuseSource({ name, properties, visited }: NamedProfile, { refuses = {}, mayBeOwnSource = true }: SourceRoleRules): Said | null {
  const { source_profile: profile = "", credential_source: source = "" } = properties;
  if (profile !== "" && source !== "") return refuses.both?.(name) ?? null;
  if (source !== "") return (source in SOURCES ? refuses.empty?.(name, source, false) : refuses.unknown?.(name, source)) ?? null;
  if (profile === "") return null;
  return (
    (visited.includes(profile) && (profile !== name || !mayBeOwnSource) ? refuses.circle?.(visited, profile) : refuses.empty?.(name, profile, true)) ?? null
  );
}

/** `null` unless exactly one source is named, and for a circle of source profiles. */
async function findSource(input: ProviderInput, profile: NamedProfile, role: Role): Promise<Loaded | null> {
  const { source_profile: sourceProfile = "", credential_source: credentialSource = "" } = profile.properties;
  if ((sourceProfile === "") === (credentialSource === "")) return null;
  return sourceProfile === "" ? askSource(input, credentialSource) : readSourceProfile(input, { ...profile, name: sourceProfile }, role);
}

async function askSource(input: ProviderInput, name: string): Promise<Loaded | null> {
  const answer = await SOURCES[name]?.(input);
  if (answer?.verdict === "match") return answer;
  return answer?.verdict === "error" ? answer : null;
}

/** A profile may be its own source when it holds keys besides its role. */
async function readSourceProfile(input: ProviderInput, { name, files, visited }: NamedProfile, { form: role, rules }: Role): Promise<Loaded | null> {
  const properties = input.sharedConfig.profile(name, files);
  if (properties === null || (visited.includes(name) && rules.mayBeOwnSource === false)) return null;
  const source = { name, properties, files, visited: [...visited, name] };
  const forms = visited.includes(name) ? [staticKeys] : [staticKeys, role, webIdentityRole];
  for (const form of forms) {
    const answer: FormAnswer = await form(input, source);
    if (answer?.verdict === "match") return answer;
    if (answer?.verdict === "error") return answer;
  }
  return null;
}
