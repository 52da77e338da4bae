import { DEFAULT_WEBHOOK_SETTINGS, type WebhookSettings } from "../settings.js";
import { FLAGS, type Flag } from "./flags.js";
import { readFlagValue } from "./read-flag-value.js";
import { TLS_CIPHER_SUITES, TLS_VERSIONS } from "./tls-names.js";

/** Settings, or what ends the process. */
export type ParsedFlags = { readonly settings: WebhookSettings } | { readonly problem: string };

/**
 * Reads the webhook's command line as pflag does: `--flag=value`, `--flag value`, a bare `--flag` for a yes, `-v2` for the one flag that has a short name,
 * `--` for the end; what is no flag is passed over.
 *
 * @see webhook.md, section 2; https://pkg.go.dev/github.com/spf13/pflag
 * @example parseFlags(["--token-expiration", "3600"])
 */
export function parseFlags(args: readonly string[]): ParsedFlags {
  let settings = DEFAULT_WEBHOOK_SETTINGS;
  const given: GivenFlag[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined && arg !== "--"; arg = rest.shift()) {
    if (!arg.startsWith("-") || arg === "-") continue;
    const flag = arg.startsWith("--") ? readLong(arg, rest) : readShort(arg, rest);
    if ("problem" in flag) return flag;
    const read = readFlagValue(flag.flag.kind, flag.text);
    if ("problem" in read) return { problem: `invalid argument ${JSON.stringify(flag.text)} for "${shownName(flag)}" flag: ${read.problem}` };
    if (flag.flag.setting !== undefined) settings = { ...settings, [flag.flag.setting]: read.value };
    given.push(flag);
  }
  // The program looks at these once all flags are read.
  const problem = given.map(({ name, text }) => findTlsProblem(name, text)).find((one) => one !== null);
  return problem === undefined ? { settings } : { problem };
}

interface GivenFlag {
  readonly name: string;
  readonly flag: Flag;
  readonly text: string;
}

function readLong(arg: string, rest: string[]): GivenFlag | { readonly problem: string } {
  const [, name = "", written] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
  if (name === "" || name.startsWith("-")) return { problem: `bad flag syntax: ${arg}` };
  const flag = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined;
  if (flag === undefined) return { problem: name === "help" ? HELP : `unknown flag: --${name}` };
  const text = written ?? (isYesOrNo(flag) ? "true" : rest.shift());
  return text === undefined ? { problem: `flag needs an argument: --${name}` } : { name, flag, text };
}

/** Only `-v` has a short name, and it takes all that follows it. */
function readShort(arg: string, rest: string[]): GivenFlag | { readonly problem: string } {
  const [, letter = "", written = ""] = /^-(.)(.*)$/su.exec(arg) ?? [];
  const flag = letter === "v" ? FLAGS.v : undefined;
  if (flag === undefined) return { problem: letter === "h" ? HELP : `unknown shorthand flag: '${letter}' in ${arg}` };
  const text = written === "" ? rest.shift() : written.replace(/^=/, "");
  return text === undefined ? { problem: `flag needs an argument: 'v' in ${arg}` } : { name: "v", flag, text };
}

const HELP = "pflag: help requested";

function isYesOrNo({ kind }: Flag): boolean {
  return kind === "bool" || kind === "klog-bool";
}

function shownName({ name, flag: { kind } }: GivenFlag): string {
  return kind === "klog-level" ? `-${name}, --${name}` : `--${name}`;
}

function findTlsProblem(name: string, value: string): string | null {
  if (value === "") return null;
  if (name === "tls-min-version") return TLS_VERSIONS.includes(value) ? null : `unsupported version ${value}`;
  if (name !== "tls-cipher-suites") return null;
  const names = value.split(",").map((suite) => suite.trim());
  const unknown = names.find((suite) => suite !== "" && !TLS_CIPHER_SUITES.includes(suite));
  return unknown === undefined ? null : `unsupported cipher suite: ${unknown}`;
}
