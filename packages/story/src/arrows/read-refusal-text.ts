import type { Content, Member } from "../content/content.js";
import type { DecodedResponse } from "../content/decoded-message.js";

const CODES = ["Code", "reason", "code"];
const MESSAGES = ["Message", "message"];

/** What a service says of a refusal: its code and its text, from XML as AWS writes it or from a Kubernetes Status; the HTTP status where it says no code. */
export function readRefusalText({ status, body }: DecodedResponse): { readonly code: string; readonly message: string } {
  const members = body.kind === "xml" || body.kind === "json" ? allMembers(body.content) : [];
  const text = (names: readonly string[]): string | undefined =>
    members.flatMap(({ name, content }) => (names.includes(name) && content.kind === "text" ? [content.text] : []))[0];
  return { code: text(CODES) ?? String(status), message: text(MESSAGES) ?? "" };
}

function allMembers(content: Content): readonly Member[] {
  return content.kind === "object" ? content.members.flatMap((member) => [member, ...allMembers(member.content)]) : [];
}
