/** What the key `config` of the watched ConfigMap says, as Go reads it: one member of the wrong kind, and nothing of it counts. */
import { DecodingError, foldName, type GoValue, parseGoJson } from "@irsa-sim/kubernetes-types";

/** An entry as it is written; what is absent is empty. */
export interface WrittenEntry {
  readonly roleArn: string;
  readonly audience: string;
  readonly useRegionalSts: boolean;
  /** 0 for none. */
  readonly tokenExpirationSeconds: bigint;
}

const NOTHING: WrittenEntry = { roleArn: "", audience: "", useRegionalSts: false, tokenExpirationSeconds: 0n };

/**
 * Reads the entries by their keys; `null` for an entry that is `null`.
 *
 * @throws {DecodingError} in Go's words
 */
export function readConfig(text: string): ReadonlyMap<string, WrittenEntry | null> {
  const config = parseGoJson(text);
  if (config.kind === "null") return new Map();
  if (config.kind !== "object") throw new DecodingError(`json: cannot unmarshal ${config.kind} into Go value of type map[string]*cache.Entry`);
  return new Map(config.members.map(([key, value]) => [key, readEntry(value)]));
}

function readEntry(value: GoValue): WrittenEntry | null {
  if (value.kind === "null") return null;
  if (value.kind !== "object") throw new DecodingError(`json: cannot unmarshal ${value.kind} into Go value of type cache.Entry`);
  const members = value.members.filter(([, member]) => member.kind !== "null");
  return Object.assign({ ...NOTHING }, ...members.map(([key, member]) => readMember(foldName(key), member)));
}

function readMember(name: string, value: GoValue): Partial<WrittenEntry> {
  switch (name) {
    case "rolearn":
      return { roleArn: readText("RoleARN", value) };
    case "audience":
      return { audience: readText("Audience", value) };
    case "useregionalsts":
      return { useRegionalSts: value.kind === "bool" ? value.value : refuse("UseRegionalSTS", "bool", value) };
    case "tokenexpiration":
      return { tokenExpirationSeconds: readSeconds(value) };
    default:
      return {};
  }
}

function readText(name: string, value: GoValue): string {
  return value.kind === "string" ? value.value : refuse(name, "string", value);
}

function readSeconds(value: GoValue): bigint {
  const seconds = value.kind === "number" && /^-?\d+$/.test(value.text) ? BigInt(value.text) : null;
  return seconds === null || BigInt.asIntN(64, seconds) !== seconds ? refuse("TokenExpiration", "int64", value) : seconds;
}

function refuse(name: string, type: string, value: GoValue): never {
  const found = value.kind === "number" && type === "int64" ? `number ${value.text}` : value.kind;
  throw new DecodingError(`json: cannot unmarshal ${found} into Go struct field Entry.${name} of type ${type}`);
}
