const LAST_OCTETS = 254;

/**
 * The IP address that a host's name stands for, where a text has one: always the same for the same name.
 * Differs from AWS's own addresses: they are of 203.0.113.0/24, which RFC 5737 keeps for documentation.
 *
 * @example addressOf("169.254.169.254") // itself
 */
export function addressOf(host: string): string {
  if (/^\d+(\.\d+){3}$/.test(host)) return host;
  const sum = [...host].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % LAST_OCTETS, 0);
  return `203.0.113.${sum + 1}`;
}
