import type { Cell, SeenRequest, SeenResult } from "./situation.js";

/** A cell as lines that two runs have alike: times, object identities and ports of the run are replaced by what they are. */
export function describeCell({ winner, results, requests }: Pick<Cell, "winner" | "results" | "requests">): readonly string[] {
  return [`winner ${winner}`, ...results.map(describeResult), ...requests.map(describeRequest)];
}

function describeResult({ ok, class: type = "", text = "" }: SeenResult): string {
  return ok ? "ok" : `${[type].flat().join(" > ")}: ${ofNoRun(text)}`;
}

function describeRequest({ to, host = "", method, path, action = "", params = {}, key = "" }: SeenRequest): string {
  const form = Object.entries(params)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${name === "RoleSessionName" ? ofNoRun(value) : value}`);
  return [to, host, method, path, action, ...form, key].filter((part) => part !== "").join(" ");
}

function ofNoRun(text: string): string {
  return text
    .replace(/@[0-9a-f]{6,8}\b/g, "@<hash>")
    .replace(/peeraddr=\S+/g, "peeraddr=<address>")
    .replace(/\[::1\]:\d{4,5}->/g, "[::1]:<port>->")
    .replace(/\d{10,}/g, (digits) => `<${digits.length} digits>`)
    .replace(/^[A-Za-z0-9+/]{48}$/, "<48 of base64>");
}
