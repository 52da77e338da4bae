import { patternText } from "@irsa-sim/core/patterns";
import ipaddr from "ipaddr.js";
import type { ConditionOperator } from "./condition-operator.js";

/** An address within a range (RFC 4632), IPv4 or IPv6; an address without a length is itself. What is neither matches nothing. */
export const ipAddress: ConditionOperator = {
  name: "IpAddress",
  negatedName: "NotIpAddress",
  expandsVariables: false,
  matches: (actual, expected) => isWithin(actual, patternText(expected)),
};

function isWithin(address: string, range: string): boolean {
  const isRange = range.includes("/") ? ipaddr.isValidCIDR(range) : ipaddr.isValid(range);
  if (!ipaddr.isValid(address) || !isRange) return false;
  const parsed = ipaddr.parse(address);
  const [base, length] = range.includes("/") ? ipaddr.parseCIDR(range) : [ipaddr.parse(range), parsed.kind() === "ipv4" ? 32 : 128];
  return parsed.kind() === base.kind() && parsed.match(base, length);
}
