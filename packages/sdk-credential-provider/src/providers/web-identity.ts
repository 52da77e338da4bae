import type { ChainLink } from "../chains/chain.js";
import { localError } from "../load-error.js";
import { assumeRoleWithWebIdentity } from "../sts/assume-role-with-web-identity.js";
import { answerWith } from "./answer-with.js";
import {
  type EmptyVariables,
  findWebIdentity,
  fromEnvironment,
  fromProfile,
  fromSystemProperties,
  type WebIdentityMix,
  type WebIdentitySettings,
} from "./find-web-identity.js";
import type { Provider, ProviderInput } from "./provider.js";
import { setVariables } from "./set-variables.js";

/** How an SDK takes web identity. */
export interface WebIdentityRules {
  readonly name: string;
  readonly onError: ChainLink["onError"];
  /** Where the inputs are looked for, in order; the environment alone when absent. */
  readonly places?: readonly ("environment" | "system-properties" | "profile")[];
  readonly mix?: WebIdentityMix;
  readonly emptyVariables?: EmptyVariables;
  /** Whether blanks around a variable's value are cut off; they are a part of it when absent. */
  readonly cutsBlanks?: true;
  /** What a profile named in code does to the environment's values: nothing, they are not read, or the provider takes no part. */
  readonly profileInCode?: "ignores-environment" | "takes-no-part";
  /** A token file without a role is an error with this code and text; a skip when absent. */
  readonly noRoleError?: { readonly code: string; readonly message: string; readonly isOfSettings?: boolean };
  /** A role without a token file ends the program, whatever the link's rule; a skip when absent. */
  readonly roleAloneError?: { readonly code: string; readonly message: string };
  readonly skipTexts?: { readonly noTokenFile?: string; readonly noRole?: string };
  /** Checks made when the provider is constructed; a text is a skip. */
  readonly validate?: (settings: { readonly tokenFile: string; readonly sessionName: string }, os: "linux" | "windows") => string | null;
}

/** The variables of IRSA. */
export const WEB_IDENTITY_VARIABLES = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME"];

/** The exchange of the projected token for credentials of the role. */
export function webIdentity(rules: WebIdentityRules): ChainLink {
  return { name: rules.name, kind: "web-identity", onError: rules.onError, ask: askWebIdentity(rules) };
}

function askWebIdentity(rules: WebIdentityRules): Provider {
  return async (input) => {
    const inputs = setVariables(input.environment, WEB_IDENTITY_VARIABLES);
    if (rules.profileInCode === "takes-no-part" && input.profile !== undefined) return { verdict: "skip", reason: "a profile is named in code", inputs };
    const settings = withFileInCode(findWebIdentity(placesOf(rules, input), rules.mix ?? "one-by-one"), input);
    const { tokenFile, roleArn, sessionName } = rules.emptyVariables === "hide" ? withoutEmpty(settings) : settings;
    if (tokenFile === null && roleArn !== null && rules.roleAloneError !== undefined)
      return { verdict: "error", inputs, isFinal: true, error: localError(rules.roleAloneError.code, rules.roleAloneError.message, { isFatal: true }) };
    if (tokenFile === null) return { verdict: "skip", reason: rules.skipTexts?.noTokenFile ?? "AWS_WEB_IDENTITY_TOKEN_FILE is not set", inputs };
    if (roleArn === null && rules.noRoleError !== undefined)
      return { verdict: "error", inputs, error: localError(rules.noRoleError.code, rules.noRoleError.message, rules.noRoleError) };
    if (roleArn === null) return { verdict: "skip", reason: rules.skipTexts?.noRole ?? "AWS_ROLE_ARN is not set", inputs };
    const invalid = rules.validate?.({ tokenFile, sessionName: sessionName ?? "" }, input.os ?? "linux") ?? null;
    if (invalid !== null) return { verdict: "skip", reason: invalid, inputs };
    const load = () => assumeRoleWithWebIdentity(input, { roleArn, tokenFile, sessionName });
    return input.chain.stsCallPhase === "firstUse" ? { verdict: "chosen", inputs, load } : answerWith(await load(), inputs);
  };
}

/** A variable that is set to nothing has hidden what the profile says, and then is nothing itself. */
function withoutEmpty({ tokenFile, roleArn, sessionName }: WebIdentitySettings): WebIdentitySettings {
  return { tokenFile: tokenFile || null, roleArn: roleArn || null, sessionName: sessionName || null };
}

/** A path in the app's code is taken instead of whatever the variable says. */
function withFileInCode(settings: WebIdentitySettings, { webIdentityToken, span }: ProviderInput): WebIdentitySettings {
  const { file } = webIdentityToken ?? {};
  if (file === undefined) return settings;
  span.note("sdk.token-file-in-code", { path: file, insteadOf: settings.tokenFile ?? "" });
  return { ...settings, tokenFile: file };
}

function trimmed(environment: ProviderInput["environment"]): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, value.trim()]));
}

function placesOf(
  { places = ["environment"], profileInCode, emptyVariables = "absent", cutsBlanks }: WebIdentityRules,
  input: ProviderInput,
): readonly WebIdentitySettings[] {
  const ignoresEnvironment = profileInCode === "ignores-environment" && input.profile !== undefined;
  return places.flatMap((place) => {
    if (place === "environment")
      return ignoresEnvironment ? [] : [fromEnvironment(cutsBlanks ? trimmed(input.environment) : input.environment, emptyVariables)];
    if (place === "system-properties") return [fromSystemProperties(input.systemProperties)];
    return [fromProfile(input.sharedConfig.profile(input.sharedConfig.selected))];
  });
}
