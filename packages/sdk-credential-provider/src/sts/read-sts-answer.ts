import { XMLParser } from "fast-xml-parser";
import type { SdkCredentials } from "../sdk-client.js";

const parser = new XMLParser({ parseTagValue: false, trimValues: true });

/**
 * What stands in an answer in place of what STS says: nothing, the beginning of something, the page of somebody else, or STS's own envelope without the credentials.
 */
export type Unreadable = "empty" | "cut-off" | "foreign" | "no-credentials";

/** Reads the credentials out of STS's answer (sts-and-iam.md, section 1.3); those without an expiration do not expire. */
export function readAssumedCredentials(
  action: "AssumeRole" | "AssumeRoleWithWebIdentity",
  xml: string,
): { readonly credentials: SdkCredentials } | { readonly unreadable: Unreadable } {
  const root = parse(xml);
  if (typeof root === "string") return { unreadable: root };
  const response = root[`${action}Response`];
  if (response === undefined) return { unreadable: "foreign" };
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = member(member(response, `${action}Result`), "Credentials") as Readonly<
    Record<string, string>
  >;
  if (AccessKeyId === undefined || SecretAccessKey === undefined || SessionToken === undefined) return { unreadable: "no-credentials" };
  const expiresAt = Date.parse(Expiration ?? "");
  const keys = { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
  return { credentials: Number.isNaN(expiresAt) ? keys : { ...keys, expiresAt } };
}

/** Reads code and message out of an error of AWS's query protocol (sts-and-iam.md, section 1.5). */
export function readQueryError(xml: string): { readonly code: string; readonly message: string } {
  return readError(member(document(xml), "ErrorResponse"));
}

/** Why an answer is no error of AWS's query protocol; `null` for one. */
export function whyNoQueryError(xml: string): Unreadable | null {
  const root = parse(xml);
  if (typeof root === "string") return root;
  return root.ErrorResponse === undefined ? "foreign" : null;
}

/** Reads code and message out of an error of S3 (sts-and-iam.md, section 8.4). */
export function readS3Error(xml: string): { readonly code: string; readonly message: string } {
  return readError(document(xml));
}

function readError(parent: unknown): { readonly code: string; readonly message: string } {
  const { Code: code = "Unknown", Message: message = "" } = member(parent, "Error") as Readonly<Record<string, string>>;
  return { code, message };
}

type Xml = Readonly<Record<string, unknown>>;

function document(xml: string): Xml {
  const root = parse(xml);
  return typeof root === "string" ? {} : root;
}

function parse(xml: string): Xml | Exclude<Unreadable, "no-credentials"> {
  if (xml.trim() === "") return "empty";
  try {
    const root = parser.parse(xml) as Xml;
    return Object.keys(root).length === 0 ? "foreign" : root;
  } catch {
    // It throws nothing of a class of its own; what it cannot read ends too early or never began.
    return xml.trimStart().startsWith("<") ? "cut-off" : "foreign";
  }
}

function member(parent: unknown, name: string): unknown {
  const value = typeof parent === "object" && parent !== null ? (parent as Xml)[name] : undefined;
  return typeof value === "object" && value !== null ? value : {};
}
