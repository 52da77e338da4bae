import { bodyText, type HttpRequest, type HttpResponse, type JsonObject } from "@irsa-sim/core";

/** The object in a message's body; `null` for what is none: real clients send YAML and protobuf too, and bodies that are cut. */
export function objectIn(message: HttpRequest | HttpResponse): JsonObject | null {
  const text = bodyText(message);
  if (!text.trimStart().startsWith("{")) return null;
  try {
    return JSON.parse(text) as JsonObject;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
