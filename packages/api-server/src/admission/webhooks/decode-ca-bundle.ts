import { certificateThumbprint } from "@irsa-sim/core";
import { WebhookCallError } from "./webhook-call-error.js";

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * The trusted roots in a webhook's `caBundle`: PEM, in base64.
 *
 * @returns one PEM text for each certificate; none for an empty bundle
 * @throws {WebhookCallError} when there is no certificate in it, or one that cannot be read
 */
export function decodeCaBundle(caBundle: string): readonly string[] {
  if (caBundle === "") return [];
  const certificates = decodeBase64(caBundle).match(CERTIFICATE);
  if (certificates === null) throw new WebhookCallError("unable to load root certificates: unable to parse bytes as PEM block");
  if (!certificates.every(isCertificate)) throw new WebhookCallError("unable to load root certificates: x509: malformed certificate");
  return certificates.map((pem) => `${pem}\n`);
}

function isCertificate(pem: string): boolean {
  try {
    return certificateThumbprint([pem]) !== "";
  } catch (error) {
    // node-forge has no error class of its own for what does not parse.
    if (error instanceof Error) return false;
    throw error;
  }
}

function decodeBase64(text: string): string {
  return isBase64(text) ? atob(text) : "";
}

/** Whether `text` is padded base64; creating a configuration demands it. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}
