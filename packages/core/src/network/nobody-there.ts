import { NetworkError } from "./network-error.js";

/**
 * The error with which a connection to a host that is not there fails: a name is not found, and an address, which nobody looks up, does not answer.
 *
 * @example
 * nobodyThere(new URL("http://169.254.170.23/v1/credentials")).code; // => "ETIMEDOUT"
 */
export function nobodyThere({ hostname, port, protocol }: URL): NetworkError {
  if (!/^(\d+(\.\d+){3}|\[.*\])$/.test(hostname)) return new NetworkError("ENOTFOUND", `getaddrinfo ENOTFOUND ${hostname}`);
  return new NetworkError("ETIMEDOUT", `connect ETIMEDOUT ${hostname}:${port || (protocol === "https:" ? "443" : "80")}`, { address: hostname });
}
