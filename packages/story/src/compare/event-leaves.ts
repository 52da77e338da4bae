import type { Json, TraceEvent } from "@irsa-sim/core";
import type { Content, Member } from "../content/content.js";
import { decodeRequest, decodeResponse } from "../content/decode-message.js";
import { decodeJson } from "../content/decode-text.js";
import type { DecodedBody } from "../content/decoded-message.js";
import { withoutChance } from "./without-chance.js";

/** One value of an event, and the names that lead to it; what differs by chance alone is written alike. */
export type Leaf = readonly [path: string, value: string];

/** Headers in which nothing is compared: who is meant stands in the body, and the rest follows from keys and times. */
const PASSED_OVER = new Set(["authorization", "x-amz-date", "x-amz-security-token", "content-length", "date", "etag", "x-amz-request-id", "x-amz-id-2"]);

/** Members that only count what was stored before. */
const COUNTERS = new Set(["resourceVersion", "generation"]);

/** All that an event says, value by value, in order. */
export function eventLeaves(event: TraceEvent): readonly Leaf[] {
  switch (event.kind) {
    case "span":
      return [];
    case "exchange":
      return [
        ["url", withoutChance(event.request.url)],
        ...leavesOfMessage("request", decodeRequest(event.request)),
        ["status", String(event.response?.status ?? event.failure?.code ?? "no answer")],
        ...(event.response === null ? [] : leavesOfMessage("response", decodeResponse(event.response))),
      ];
    case "check":
      return [
        ["expected", withoutChance(event.expected.value)],
        ["actual", withoutChance(event.actual.value)],
        ["passed", String(event.passed)],
      ];
    case "change":
      return leavesOf("after", decodeJson("", event.after));
    case "note":
      return leavesOf("attributes", decodeJson("", event.attributes as Json));
  }
}

function leavesOfMessage(name: string, { headers, body }: { readonly headers: readonly Member[]; readonly body: DecodedBody }): readonly Leaf[] {
  const compared = headers.filter((header) => !PASSED_OVER.has(header.name));
  return [...compared.flatMap((header) => leavesOf(`${name}/${header.name}`, header.content)), ...leavesOfBody(name, body)];
}

function leavesOfBody(name: string, body: DecodedBody): readonly Leaf[] {
  if (body.kind === "empty") return [];
  return body.kind === "bytes" ? [[name, `${body.bytes.length} bytes`]] : leavesOf(name, body.content);
}

function leavesOf(path: string, content: Content): readonly Leaf[] {
  switch (content.kind) {
    case "text":
      return [[path, content.isSecret ? "" : withoutChance(content.text)]];
    case "scalar":
      return [[path, withoutChance(String(content.value))]];
    case "list":
      return content.items.flatMap((item, index) => leavesOf(`${path}/${index}`, item));
    case "object":
      return content.members.flatMap((member) => (COUNTERS.has(member.name) ? [] : leavesOf(`${path}/${member.name}`, member.content)));
    case "token":
      return [...leavesOf(`${path}/header`, decodeJson("", content.header)), ...leavesOf(`${path}/claims`, decodeJson("", content.claims))];
    case "patch":
      return leavesOf(path, decodeJson("", content.operations as unknown as Json));
    case "document":
      return leavesOf(path, content.content);
    case "phrase":
      return content.parts.flatMap((part, index) => leavesOf(`${path}/${index}`, part));
  }
}
