import { extend } from "@irsa-sim/core";

/** What a SigV4 `Authorization` header says. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `YYYYMMDD`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** In lower case, in the header's order. */
  readonly signedHeaders: readonly string[];
  /** Hex. */
  readonly signature: string;
}

/**
 * Reads `AWS4-HMAC-SHA256 Credential=AKID/date/region/service/aws4_request, SignedHeaders=a;b, Signature=hex`.
 *
 * @returns what the header lacks, one sentence each, when it cannot be read
 * @see sts-and-iam.md, section 8.1
 */
export function parseAuthorization(header: string): Authorization | { readonly lacks: readonly string[] } {
  const [algorithm, ...rest] = header.trim().split(/\s+/);
  if (algorithm !== "AWS4-HMAC-SHA256") return { lacks: ["Authorization header requires the algorithm AWS4-HMAC-SHA256."] };
  const fields = new Map(rest.join("").split(",").map(splitField));
  const lacks = ["Credential", "Signature", "SignedHeaders"].filter((name) => !fields.get(name));
  if (lacks.length > 0) return { lacks: lacks.map((name) => `Authorization header requires '${name}' parameter.`) };
  const credential = parseCredential(fields.get("Credential") ?? "");
  if (credential === null) return { lacks: ["Credential must have the form KEY/YYYYMMDD/REGION/SERVICE/aws4_request."] };
  const signedHeaders = (fields.get("SignedHeaders") ?? "").toLowerCase().split(";");
  return extend(credential, { signedHeaders, signature: fields.get("Signature") ?? "" });
}

/** Reads `KEY/YYYYMMDD/REGION/SERVICE/aws4_request`; `null` when it is something else. */
export function parseCredential(text: string): Pick<Authorization, "accessKeyId" | "date" | "region" | "service"> | null {
  const [accessKeyId, date, region, service, terminator, ...more] = text.split("/");
  if (!accessKeyId || !date || region === undefined || service === undefined || terminator !== "aws4_request" || more.length > 0) return null;
  return { accessKeyId, date, region, service };
}

function splitField(field: string): [name: string, value: string] {
  const equals = field.indexOf("=");
  return [field.slice(0, equals), field.slice(equals + 1)];
}
