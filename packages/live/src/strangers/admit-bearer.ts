import type { HttpHeaders } from "@irsa-sim/core";
import { DEVELOPER_TOKEN } from "@irsa-sim/simulation";

/**
 * The headers with which a stranger's request enters the cluster. Its actors know each other by tokens that everybody can read in the sources, so from outside
 * those are no tokens; the developer has a secret one instead.
 *
 * @param secret what stands for the developer's token out here; `null` where nobody outside is the developer
 */
export function admitBearer({ authorization, ...headers }: HttpHeaders, secret: string | null): HttpHeaders {
  if (authorization === undefined) return headers;
  if (secret !== null && authorization === `Bearer ${secret}`) return { ...headers, authorization: `Bearer ${DEVELOPER_TOKEN}` };
  return OF_ACTORS.test(authorization) ? { ...headers, authorization: "Bearer of-nobody" } : { ...headers, authorization };
}

const OF_ACTORS = /^Bearer simulated-/i;
