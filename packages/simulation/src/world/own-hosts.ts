import { createHostDirectory, type HostDirectory } from "@irsa-sim/core";

/**
 * The hosts as one cluster sees them: names of its services and addresses of its node are its own, all others are everybody's.
 *
 * @param shared what all clusters see
 */
export function createOwnHosts(shared: HostDirectory): HostDirectory {
  const own = createHostDirectory();
  return {
    listen: (registration) => (isOwn(registration.host) ? own : shared).listen(registration),
    names: () => [...own.names(), ...shared.names()],
    resolve: (host) => (isOwn(host) ? own : shared).resolve(host),
  };
}

function isOwn(host: string): boolean {
  if (host.startsWith("[fd00:ec2::")) return true;
  const [name = ""] = host.split(":");
  return name.endsWith(".svc") || name.startsWith("169.254.");
}
