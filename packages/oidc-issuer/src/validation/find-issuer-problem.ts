/**
 * Why the API server would not start with these issuers; the first one signs.
 *
 * @param issuers values of `--service-account-issuer`
 * @returns Kubernetes' words, `null` when nothing is wrong
 * @see kubernetes-tokens.md, section 3.2
 */
export function findIssuerProblem(issuers: readonly string[]): string | null {
  if (issuers.length === 0) return "service-account-issuer is a required flag";
  for (const [index, issuer] of issuers.entries()) {
    if (issuer === "") return "service-account-issuer should not be an empty string";
    if (issuers.indexOf(issuer) !== index) return `service-account-issuer "${issuer}" is already specified`;
    // Differs from Go in the tail of this text, where Go quotes its URL parser.
    if (issuer.includes(":") && !URL.canParse(issuer)) return `service-account-issuer "${issuer}" contained a ':' but was not a valid URL: invalid URL`;
  }
  return null;
}
