import { type JsonObject, SimulatorError } from "@irsa-sim/core";
import { membersOf, type SavedFile } from "./issuer-documents.js";

/** A file that holds no trust policy. */
export class TrustPolicyError extends SimulatorError {
  override readonly code = "ERR_TOKEN_TRUST_POLICY";
}

/**
 * Reads a trust policy: the document itself, or the output of `aws iam get-role`, whose document may be encoded for a URL.
 *
 * @throws {TrustPolicyError} for anything else
 */
export function readTrustPolicy({ path, text }: SavedFile): JsonObject {
  const members = membersOf(text);
  const role = members?.Role;
  const inRole = typeof role === "object" && role !== null && !Array.isArray(role) ? (role as JsonObject).AssumeRolePolicyDocument : undefined;
  const found = typeof inRole === "string" ? membersOf(decoded(inRole)) : (inRole ?? members);
  if (typeof found === "object" && found !== null && !Array.isArray(found) && (found as JsonObject).Statement !== undefined) return found as JsonObject;
  throw new TrustPolicyError(
    `${path}: no trust policy\n  expected  a JSON object with Statement, or the output of aws iam get-role\n  found     ${members === null ? "no JSON object" : Object.keys(members).join(", ") || "an empty object"}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
