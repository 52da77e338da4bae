import type { Api } from "@irsa-sim/aws-reference";
import type { HttpRequest } from "@irsa-sim/core";

/** In which of its protocols a service was asked, and so in which it answers. */
export interface WireForm {
  readonly protocol: Api["protocol"];
  /** Of JSON: `1.1`. */
  readonly jsonVersion: string;
}

/** The form of a request; what shows none has that of the service's first API. */
export function wireFormOf({ headers, url }: HttpRequest, first: Api | undefined): WireForm {
  const jsonVersion = /^application\/x-amz-json-(\d\.\d)/.exec(headers["content-type"] ?? "")?.[1];
  if (jsonVersion !== undefined) return { protocol: "json", jsonVersion };
  if (headers["smithy-protocol"] === "rpc-v2-cbor" || new URL(url).pathname.startsWith("/service/"))
    return { protocol: "smithy-rpc-v2-cbor", jsonVersion: "1.1" };
  const own = first?.protocol ?? "json";
  if ((headers["content-type"] ?? "").startsWith("application/x-www-form-urlencoded")) return { protocol: own === "ec2" ? own : "query", jsonVersion: "1.1" };
  return { protocol: own, jsonVersion: first?.jsonVersion ?? "1.1" };
}
