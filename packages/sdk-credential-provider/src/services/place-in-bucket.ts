import type { JsonObject } from "@irsa-sim/core";

/** Where a request goes. */
interface Address {
  readonly host: string;
  readonly path: string;
}

/** The address in virtual-hosted style: the bucket, which the API's description has in the path, in front of the host. */
export function placeInBucket({ host, path }: Address, { Bucket: bucket }: JsonObject): Address {
  if (typeof bucket !== "string") return { host, path };
  const rest = path.slice(`/${encodeURIComponent(bucket)}`.length);
  return { host: `${bucket}.${host}`, path: rest.startsWith("/") ? rest : `/${rest}` };
}
