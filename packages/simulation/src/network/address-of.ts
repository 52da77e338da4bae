const LAST_OCTETS = 254;

/**
 * The IP address that a host's name stands for, where a text has one: always the same for the same name.
 * Differs from AWS's own addresses: they are of 203.0.113.0/24, which RFC 5737 keeps for documentation.
 *
 * @example addressOf("169.254.169.254") // itself
 */
export function addressOf(host: string): string {
  if (/^\d+(\.\d+){3}$/.test(host)) return host;
  return `203.0.113.${octetOf(host)}`;
}

/**
 * The address of a pod within its VPC, always the same for the same pod.
 * Differs from AWS, where the subnet's free addresses decide.
 *
 * @param pod `namespace/name`
 */
export function privateAddressOf(pod: string): string {
  return `10.0.${octetOf(pod.split("/")[0] ?? "")}.${octetOf(pod)}`;
}

/** 1 to 254. */
function octetOf(name: string): number {
  return [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % LAST_OCTETS, 0) + 1;
}
