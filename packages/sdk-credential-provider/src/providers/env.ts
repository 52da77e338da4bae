import type { ChainLink } from "../chains/chain.js";
import { localError } from "../load-error.js";
import type { Provider } from "./provider.js";
import { setVariables } from "./set-variables.js";

/** How an SDK reads keys from the environment. */
export interface EnvRules {
  readonly name: string;
  readonly onError: ChainLink["onError"];
  /** Names of each value; the first that is set counts. */
  readonly accessKeyId?: readonly string[];
  readonly secretAccessKey?: readonly string[];
  readonly sessionToken?: readonly string[];
  /** Whether a name that exists but is empty hides the names after it. */
  readonly stopsAtEmptyName?: boolean;
  /** What makes the provider stand back: any selected profile, or one that is named in code. */
  readonly yieldsTo?: "any-profile" | "profile-in-code";
  /** What is printed when the provider stands back though it has keys. */
  readonly yieldWarning?: string;
  /** What becomes of blanks around a value: they are part of it, which is meant when absent, they are cut off, or a value of nothing else is none. */
  readonly blanks?: "cut" | "alone-are-nothing";
  /** Whether an access key id without its secret is an error. */
  readonly partialKeysFail?: boolean;
  /** The SDK's words for a skip. */
  readonly skipText?: string | ((lacks: "access-key-id" | "secret") => string);
}

const KEY_IDS = ["AWS_ACCESS_KEY_ID"];
const SECRETS = ["AWS_SECRET_ACCESS_KEY"];
const TOKENS = ["AWS_SESSION_TOKEN"];

/** Long-lived or temporary keys in the environment. */
export function env(rules: EnvRules): ChainLink {
  return { name: rules.name, kind: "env", onError: rules.onError, ask: askEnv(rules) };
}

function askEnv(rules: EnvRules): Provider {
  const { accessKeyId: keyIds = KEY_IDS, secretAccessKey: secrets = SECRETS, sessionToken: tokens = TOKENS } = rules;
  return async ({ environment, sharedConfig, span }) => {
    const pick = (names: readonly string[]): string => pickValue(environment, names, rules);
    const [accessKeyId, secretAccessKey, sessionToken] = [pick(keyIds), pick(secrets), pick(tokens)];
    const inputs = setVariables(environment, [...keyIds, ...secrets, ...tokens, "AWS_PROFILE"]);
    if (rules.yieldsTo === "any-profile" && sharedConfig.selectedBy !== "nobody") {
      if (rules.yieldWarning !== undefined && accessKeyId !== "" && secretAccessKey !== "") span.note("sdk.warning", { message: rules.yieldWarning });
      return { verdict: "skip", reason: "a profile is selected", inputs };
    }
    if (rules.yieldsTo === "profile-in-code" && sharedConfig.selectedBy === "code") return { verdict: "skip", reason: "a profile is named in code", inputs };
    if (accessKeyId !== "" && secretAccessKey === "" && rules.partialKeysFail) {
      return { verdict: "error", inputs, error: localError("PartialCredentialsError", `Partial credentials found in env, missing: ${secrets[0]}`) };
    }
    if (accessKeyId === "" || secretAccessKey === "")
      return { verdict: "skip", reason: sayLack(rules.skipText ?? `${keyIds[0]} and ${secrets[0]} are not both set`, accessKeyId), inputs };
    return { verdict: "match", inputs, about: {}, credentials: { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) } };
  };
}

function sayLack(text: NonNullable<EnvRules["skipText"]>, accessKeyId: string): string {
  return typeof text === "string" ? text : text(accessKeyId === "" ? "access-key-id" : "secret");
}

function pickValue(environment: Readonly<Record<string, string>>, names: readonly string[], { stopsAtEmptyName, blanks }: EnvRules): string {
  const read = (name: string): string => {
    const value = environment[name] ?? "";
    if (blanks === "cut") return value.trim();
    return blanks === "alone-are-nothing" && value.trim() === "" ? "" : value;
  };
  const name = names.find((each) => (stopsAtEmptyName ? each in environment : read(each) !== ""));
  return name === undefined ? "" : read(name);
}
