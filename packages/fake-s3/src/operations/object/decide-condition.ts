import type { HttpHeaders } from "@irsa-sim/core";
import type { S3Object } from "../../bucket.js";

/**
 * What the conditions of a read come to (RFC 9110, section 13.2.2).
 *
 * @returns the header whose condition failed, for 412
 */
export function decideCondition(headers: HttpHeaders, { entityTag, lastModified }: S3Object): "proceed" | "not-modified" | "If-Match" | "If-Unmodified-Since" {
  const { "if-match": match, "if-none-match": noneMatch, "if-modified-since": since, "if-unmodified-since": unmodifiedSince } = headers;
  const seconds = Math.floor(lastModified / 1000);
  const at = (text: string | undefined): number | null => {
    const time = Date.parse(text ?? "");
    return Number.isNaN(time) ? null : Math.floor(time / 1000);
  };
  if (match !== undefined && !names(match, entityTag)) return "If-Match";
  const unmodified = at(unmodifiedSince);
  if (match === undefined && unmodified !== null && seconds > unmodified) return "If-Unmodified-Since";
  if (noneMatch !== undefined) return names(noneMatch, entityTag) ? "not-modified" : "proceed";
  const modified = at(since);
  return modified !== null && seconds <= modified ? "not-modified" : "proceed";
}

function names(list: string, entityTag: string): boolean {
  return list.split(",").some((one) => ["*", entityTag, entityTag.replaceAll('"', "")].includes(one.trim().replace(/^W\//, "")));
}
