import { bodyBytes, bodyText, type HttpRequest } from "@irsa-sim/core";
import { parseMediaType } from "./parse-media-type.js";
import { queryOf } from "./path-of.js";

/** Methods whose body may be a form. */
const WITH_FORM: readonly string[] = ["POST", "PUT", "PATCH"];
const FORM = "application/x-www-form-urlencoded";
/** A longer form is refused. */
const MAX_FORM_BYTES = 10 * 2 ** 20;

/**
 * Whether Go can read a request's query and, of a form, its body; it looks before the handler does.
 *
 * @see https://pkg.go.dev/net/http#Request.ParseForm
 */
export function parsesAsForm(request: HttpRequest): boolean {
  if (!isQuery(queryOf(request.url))) return false;
  if (!WITH_FORM.includes(request.method)) return true;
  // What has no type may be anything.
  const type = parseMediaType(request.headers["content-type"] || "application/octet-stream");
  if (type !== FORM) return type !== null;
  return bodyBytes(request).byteLength <= MAX_FORM_BYTES && isQuery(bodyText(request));
}

/** Semicolons are no separators any more. */
function isQuery(text: string): boolean {
  return !/;|%(?![\da-fA-F]{2})/.test(text);
}
