import { type FieldProblem, invalid } from "../../field-problem.js";

const GROUPS = 8;

/** Problems of an IP address: IPv4 without leading zeros, or IPv6 that is not one of those. */
export function* findIpProblems(text: string, field: string): Generator<FieldProblem> {
  const groups = text.includes(":") ? readIpv6(text) : readIpv4(text);
  if (groups === null) return yield invalid(field, text, "must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
  if (/(?:^|[.:])0\d+\.|\.0\d+(?:$|\.)/.test(text)) yield invalid(field, text, "must not have leading 0s");
  else if (groups.length === GROUPS && groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    yield invalid(field, text, "must not be an IPv4-mapped IPv6 address");
  }
}

function readIpv4(text: string): readonly number[] | null {
  const octets = /^\d+\.\d+\.\d+\.\d+$/.test(text) ? text.split(".").map(Number) : [];
  return octets.length === 4 && octets.every((octet) => octet <= 255) ? octets : null;
}

/** Its eight groups; the last two may be written as IPv4. */
function readIpv6(text: string): readonly number[] | null {
  const [head = "", tail, ...rest] = text.split("::");
  if (rest.length > 0 || (tail !== undefined && head.includes("."))) return null;
  const [before, after] = [readGroups(head), readGroups(tail ?? "")];
  if (before === null || after === null) return null;
  const missing = GROUPS - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  return [...before, ...Array.from({ length: missing }, () => 0), ...after];
}

function readGroups(text: string): readonly number[] | null {
  if (text === "") return [];
  const parts = text.split(":");
  const last = parts.at(-1) ?? "";
  const octets = last.includes(".") ? readIpv4(last) : [];
  if (octets === null) return null;
  const hex = last.includes(".") ? parts.slice(0, -1) : parts;
  if (!hex.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  const [a = 0, b = 0, c = 0, d = 0] = octets;
  return [...hex.map((group) => Number.parseInt(group, 16)), ...(octets.length === 0 ? [] : [a * 256 + b, c * 256 + d])];
}
