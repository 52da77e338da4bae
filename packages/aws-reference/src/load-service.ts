import type { ServiceReference } from "./service.js";
import { unpack } from "./unpack.js";

const loaded = new Map<string, Promise<ServiceReference>>();

/**
 * The service with this prefix, such as `secretsmanager`; nothing is read before the first one is wanted, and then no other.
 *
 * @returns `null` for a prefix that no service has
 */
export async function loadService(prefix: string): Promise<ServiceReference | null> {
  const packed = await packedServices();
  const one = Object.hasOwn(packed, prefix) ? packed[prefix] : undefined;
  if (one === undefined) return null;
  const service = loaded.get(prefix) ?? unpack<ServiceReference>(one);
  loaded.set(prefix, service);
  return service;
}

/** The prefixes that can be called, in alphabetical order. */
export async function servicePrefixes(): Promise<readonly string[]> {
  return Object.keys(await packedServices());
}

async function packedServices(): Promise<Readonly<Record<string, string>>> {
  return (await import("./packed/services.json", { with: { type: "json" } })).default;
}
