import type { HttpRequest, JsonObject } from "@irsa-sim/core";

/** Keys with which a request is signed. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A request to one of AWS's services. */
export interface ServiceRequest extends Pick<HttpRequest, "method" | "headers" | "body"> {
  readonly service: "sts" | "iam" | "s3";
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

/** The account's issuer, and what the matrix calls its things. */
export const REGION = "eu-west-1";
export const HOSTS = { sts: `sts.${REGION}.amazonaws.com`, iam: "iam.amazonaws.com", s3: `s3.${REGION}.amazonaws.com` } as const;
export const PROVIDER = "oidc.eks.eu-west-1.amazonaws.com/id/A1B2C3D4E5F60718293A4B5C6D7E8F90";
export const ISSUER = `https://${PROVIDER}`;
export const BUCKET = "my-bucket";

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
