/** The lines of `/etc/hosts` that lead names to this machine, behind those for the machine itself. */
export function hostsFile(names: readonly string[]): string {
  const own = ["127.0.0.1 localhost", "::1 localhost"];
  return `${[...own, ...[...new Set(names)].sort().map((name) => `127.0.0.1 ${name}`)].join("\n")}\n`;
}

/**
 * `/etc/nsswitch.conf` with names looked up in `/etc/hosts` and by DNS alone: a resolver that answers over a local socket, such as systemd's, would
 * tell the addresses of the world outside.
 */
export function nameServiceSwitch(text: string): string {
  return `${text.replaceAll(/^hosts:.*\n?/gm, "").replace(/(?<!\n)$/, "\n")}hosts: files dns\n`;
}
