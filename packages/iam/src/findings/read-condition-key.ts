/** A condition key taken apart at its last colon; a local issuer's port has one too. The claim is in lower case, as key names have no case. */
export function readConditionKey(key: string): { readonly issuer: string; readonly claim: string } {
  const colon = key.lastIndexOf(":");
  return { issuer: key.slice(0, Math.max(colon, 0)), claim: key.slice(colon + 1).toLowerCase() };
}
