/** Errors that STS's service description names; SDKs have a class for each, and one for all others. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ["ExpiredTokenException", "ExpiredTokenException"],
  ["IDPCommunicationError", "IDPCommunicationErrorException"],
  ["IDPRejectedClaim", "IDPRejectedClaimException"],
  ["InvalidIdentityToken", "InvalidIdentityTokenException"],
  ["MalformedPolicyDocument", "MalformedPolicyDocumentException"],
  ["PackedPolicyTooLarge", "PackedPolicyTooLargeException"],
  ["RegionDisabledException", "RegionDisabledException"],
]);

/** The name of the error's shape, for its code on the wire; `null` for one that the description does not name. */
export function shapeOf(code: string): string | null {
  return SHAPES.get(code) ?? null;
}
