import type { HttpRequest, JsonObject } from "@irsa-sim/core";
import type { Service } from "../aws/simulated-aws.js";

/** Keys with which a request is signed. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request to one of AWS's services. */
export interface ServiceRequest extends Pick<HttpRequest, "method" | "headers" | "body"> {
  readonly service: Service;
  /** With the query. */
  readonly path: string;
  /** Absent for an unsigned request. */
  readonly credentials?: Credentials;
}

/** What came back, as far as the matrix compares it. */
export interface Answer {
  readonly status: number;
  /** The service's code; `null` when it is no error document. */
  readonly code: string | null;
  readonly message: string | null;
  readonly body: string;
}

/** An imitation of AWS that the matrix asks. */
export interface Subject {
  readonly name: string;
  readonly account: string;
  /** A developer with all rights. */
  readonly developer: Credentials;
  nowSeconds(): number;
  /** Signs claims with the issuer's key; the header may be changed. */
  sign(claims: JsonObject): Promise<string>;
  send(request: ServiceRequest): Promise<Answer>;
  close(): Promise<void>;
}

/** Reads an error document of STS, IAM or S3. */
export function readAnswer(status: number, body: string): Answer {
  const element = (name: string): string | null => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? null;
  const isError = status >= 400;
  return { status, code: isError ? element("Code") : null, message: isError ? unescapeXml(element("Message")) : null, body };
}

function unescapeXml(text: string | null): string | null {
  return (
    text
      ?.replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&apos;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&") ?? null
  );
}
