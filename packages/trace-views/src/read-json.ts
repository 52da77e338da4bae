import { bodyText, type HttpRequest, type HttpResponse } from "@irsa-sim/core";
import { cleanTexts } from "./text/clean-texts.js";

/** What a message's JSON says, each text in it as one clean line: what stood there as an escape acts only once it is decoded. */
export function readJson<Content>(message: HttpRequest | HttpResponse): Content {
  return cleanTexts(JSON.parse(bodyText(message)) as Content);
}
