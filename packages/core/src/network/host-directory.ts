import type { HostDirectory, HostRegistration } from "./network.js";

/**
 * Creates an empty directory of hosts; a wildcard such as `*.s3.eu-west-1.amazonaws.com` stands for exactly one label, as in a certificate.
 */
export function createHostDirectory(): HostDirectory {
  const byHost = new Map<string, HostRegistration>();
  return {
    listen: (registration) => {
      byHost.set(registration.host, registration);
    },
    resolve: (host) => byHost.get(host) ?? byHost.get(host.replace(/^[^.]+/, "*")) ?? null,
    names: () => [...byHost.keys()],
  };
}
