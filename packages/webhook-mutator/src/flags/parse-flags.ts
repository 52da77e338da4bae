import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "../settings.js";
import { parseBoolean } from "../values/parse-boolean.js";
import { FLAGS, type FlagKind } from "./flags.js";
import { parseGoDuration } from "./parse-duration.js";
import { TLS_CIPHER_SUITES, TLS_VERSIONS } from "./tls-names.js";

/** Settings, or what ends the process. */
export type ParsedFlags = { readonly settings: WebhookSettings } | { readonly problem: string };

/**
 * Reads the webhook's command line, `--flag=value` or a bare `--flag` for a yes.
 * Differs from the webhook: only the parts of a fault's text that are known are Go's.
 *
 * @see webhook.md, section 2
 * @example parseFlags(["--token-expiration=3600"])
 */
export function parseFlags(args: readonly string[]): ParsedFlags {
  let settings = DEFAULT_WEBHOOK_SETTINGS;
  for (const arg of args) {
    const [, name = "", written] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const flag = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
    if (flag === undefined) return { problem: `unknown flag: ${arg}` };
    const text = written ?? (flag.kind === "bool" ? "true" : null);
    const value = text === null ? null : readValue(flag.kind, text);
    if (value === null) return { problem: `invalid argument "${text ?? ""}" for "--${name}" flag` };
    const problem = findTlsProblem(name, String(value));
    if (problem !== null) return { problem };
    if (flag.setting !== undefined) settings = { ...settings, [flag.setting]: flag.setting === "tokenExpirationSeconds" ? BigInt(value) : value };
  }
  return { settings };
}

function readValue(kind: FlagKind, text: string): string | bigint | boolean | number | null {
  switch (kind) {
    case "string":
      return text;
    case "bool":
      return parseBoolean(text);
    case "int":
      return /^[+-]?\d+$/.test(text) ? BigInt(text.replace("+", "")) : null;
    case "duration":
      return parseGoDuration(text);
  }
}

function findTlsProblem(name: string, value: string): string | null {
  if (value === "") return null;
  if (name === "tls-min-version") return TLS_VERSIONS.includes(value) ? null : `unsupported version ${value}`;
  if (name !== "tls-cipher-suites") return null;
  const names = value.split(",").map((suite) => suite.trim());
  const unknown = names.find((suite) => suite !== "" && !TLS_CIPHER_SUITES.includes(suite));
  return unknown === undefined ? null : `unsupported cipher suite: ${unknown}`;
}
