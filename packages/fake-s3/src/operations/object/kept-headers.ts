import type { HttpHeaders } from "@irsa-sim/core";

const KEPT = /^(x-amz-meta-.+|cache-control|content-disposition|content-encoding|content-language|expires)$/;

/** What an object keeps of the request that made it; the framing `aws-chunked` is none of it. */
export function keptHeaders(headers: HttpHeaders): { readonly contentType: string; readonly headers: Readonly<Record<string, string>> } {
  const kept = Object.entries(headers).flatMap(([name, value = ""]): [string, string][] => {
    if (!KEPT.test(name)) return [];
    if (name !== "content-encoding") return [[name, value]];
    const codings = value.split(",").map((coding) => coding.trim());
    const own = codings.filter((coding) => coding !== "" && coding !== "aws-chunked");
    return own.length === 0 ? [] : [[name, own.join(", ")]];
  });
  return { contentType: headers["content-type"] ?? "binary/octet-stream", headers: Object.fromEntries(kept) };
}
