import { createPrivateKey, X509Certificate } from "node:crypto";

/** Which of two texts is at fault, and what it should be. */
export interface CertificateProblem {
  readonly of: "certificate" | "key";
  readonly expected: string;
}

/** Why a certificate and its key, both PEM, are none to show; `null` when they are. */
export function findCertificateProblem(certificate: string, privateKey: string): CertificateProblem | null {
  const parsed = readCertificate(certificate);
  const key = parsedOrNull(() => createPrivateKey(privateKey));
  if (parsed === null) return { of: "certificate", expected: "a certificate as PEM" };
  if (key === null) return { of: "key", expected: "a private key as PEM" };
  return parsed.checkPrivateKey(key) ? null : { of: "key", expected: "the private key of client-certificate" };
}

/** The first certificate of a PEM; `null` when there is none. */
export function readCertificate(pem: string): X509Certificate | null {
  return parsedOrNull(() => new X509Certificate(pem));
}

function parsedOrNull<Value>(parse: () => Value): Value | null {
  try {
    return parse();
  } catch (error) {
    // OpenSSL's reasons, whose codes differ from release to release; all say that it is no PEM of this kind.
    if ((error as NodeJS.ErrnoException).code?.startsWith("ERR_OSSL")) return null;
    throw error;
  }
}
