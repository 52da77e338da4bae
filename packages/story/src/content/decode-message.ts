import { bodyText, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import type { Member, ObjectContent } from "./content.js";
import { decodeJson, decodeText } from "./decode-text.js";
import type { DecodedBody, DecodedRequest, DecodedResponse } from "./decoded-message.js";
import { parseXml } from "./parse-xml.js";
import { readJson } from "./read-json.js";

/** Decodes a request: its headers, and its body by what it is. */
export function decodeRequest(request: HttpRequest): DecodedRequest {
  return { method: request.method, url: request.url, headers: decodeHeaders(request), body: decodeBody(request) };
}

/** Decodes a response: its headers, and its body by what it is. */
export function decodeResponse(response: HttpResponse): DecodedResponse {
  return { status: response.status, headers: decodeHeaders(response), body: decodeBody(response) };
}

function decodeHeaders({ headers }: HttpRequest | HttpResponse): readonly Member[] {
  return Object.entries(headers).map(([name, value]) => ({ name, content: decodeText(name, value) }));
}

/** What it is, it shows itself: an object of a bucket may be called JSON and be none. */
function decodeBody(message: HttpRequest | HttpResponse): DecodedBody {
  if (message.body.length === 0) return { kind: "empty" };
  if (typeof message.body !== "string") return { kind: "bytes", bytes: message.body };
  const text = bodyText(message);
  if (message.headers["content-type"]?.startsWith("application/x-www-form-urlencoded")) return { kind: "form", content: decodeForm(text) };
  const json = readJson(text);
  if (json !== null) return { kind: "json", content: decodeJson("", json) };
  const xml = parseXml(text);
  return xml === null ? { kind: "text", content: decodeText("", text) } : { kind: "xml", content: xml };
}

function decodeForm(text: string): ObjectContent {
  return { kind: "object", members: [...new URLSearchParams(text)].map(([name, value]) => ({ name, content: decodeText(name, value) })) };
}
