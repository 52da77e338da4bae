import { REFUSALS } from "../kubernetes-status.js";

/**
 * A path without its escapes, as routes see it.
 *
 * Differs from the API server, whose Go refuses such a request before any route sees it, in plain text.
 * @throws {KubernetesStatus} 400 for an escape that is none
 */
export function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    throw REFUSALS.badRequest(`invalid URL escape in ${JSON.stringify(pathname)}`);
  }
}
