import type { Handler, HttpResponse } from "@irsa-sim/core";
import { accepts } from "./accepts.js";
import type { PublicDocument } from "./documents.js";
import type { Flavour } from "./flavours/flavour.js";

/** What is served, and where. */
interface ServingOptions {
  readonly flavour: Flavour;
  readonly issuer: string;
  /** As they are now, by path; a text says why there are none. */
  documents(): ReadonlyMap<string, PublicDocument> | string;
}

/** Creates the handler of the two documents; every other path is a 404. */
export function serveDocuments({ flavour, issuer, documents }: ServingOptions): Handler {
  return async (request, span): Promise<HttpResponse> => {
    const { origin, pathname } = new URL(request.url);
    const available = documents();
    if (typeof available === "string") span.note("oidc-issuer.discovery-off", { problem: available });
    const path = flavour.isAtServerRoot ? pathname : pathUnder(issuer, `${origin}${pathname}`);
    const document = typeof available === "string" ? undefined : available.get(path);
    if (document === undefined) {
      span.note("oidc-issuer.unknown-path", { path: pathname });
      return { status: 404, headers: { "content-type": "text/plain; charset=utf-8" }, body: "404 page not found\n" };
    }
    if (!flavour.methods.includes(request.method)) return { status: 405, headers: { allow: flavour.methods.join(", ") }, body: "" };
    if (flavour.mindsAccept && !accepts(request.headers.accept, document.contentType)) return notAcceptable(document.contentType);
    const caching = flavour.cacheControl === null ? {} : { "cache-control": flavour.cacheControl };
    return { status: 200, headers: { "content-type": document.contentType, ...caching }, body: request.method === "HEAD" ? "" : document.body };
  };
}

/** As an API server words it. */
function notAcceptable(contentType: string): HttpResponse {
  const message = `406: Not Acceptable\n\nAvailable representations: ${contentType}`;
  const body = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason: "NotAcceptable", details: {}, code: 406 };
  return { status: 406, headers: { "content-type": "application/json" }, body: `${JSON.stringify(body)}\n` };
}

/** Begins with a slash, or is empty where the URL is not under the issuer's. */
function pathUnder(issuer: string, url: string): string {
  return url.startsWith(`${issuer}/`) ? url.slice(issuer.length) : "";
}
