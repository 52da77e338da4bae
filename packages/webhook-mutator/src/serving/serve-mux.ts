/**
 * Requests by their path, as the multiplexer of Go's server does it: a path that is not clean is sent elsewhere, one that nobody serves is not found.
 *
 * @see https://pkg.go.dev/net/http#ServeMux
 */
import type { Handler, HttpRequest, HttpResponse } from "@irsa-sim/core";
import { answerError } from "../routes/answer.js";
import { cleanPath } from "./clean-path.js";
import { pathOf, queryOf } from "./path-of.js";

/** Serves handlers by their exact paths. */
export function serveMux(routes: Readonly<Record<string, Handler>>): Handler {
  return async (request, span) => {
    const path = pathOf(request.url);
    const clean = cleanPath(path);
    const isClean = path === clean || request.method === "CONNECT";
    const serve = Object.hasOwn(routes, path) ? routes[path] : undefined;
    const response = isClean ? ((await serve?.(request, span)) ?? answerError(404, "404 page not found")) : redirect(request, clean);
    return request.method === "HEAD" ? { ...response, body: "" } : response;
  };
}

/** A page with the link only for who asks for pages. */
function redirect({ method, url }: HttpRequest, path: string): HttpResponse {
  const query = queryOf(url);
  const location = `${encodeURI(path)}${query === "" ? "" : `?${query}`}`;
  if (method !== "GET" && method !== "HEAD") return { status: 307, headers: { location }, body: "" };
  const link = location.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&#34;").replaceAll("'", "&#39;");
  return { status: 307, headers: { "content-type": "text/html; charset=utf-8", location }, body: `<a href="${link}">Temporary Redirect</a>.\n\n` };
}
