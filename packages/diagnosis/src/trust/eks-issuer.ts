const EKS_ISSUER = /^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/id\/[0-9A-F]+$/i;

/** Whether a URL without scheme is that of an EKS cluster's issuer. */
export function isEksIssuer(url: string): boolean {
  return EKS_ISSUER.test(url);
}

/** Account and URL of an OIDC provider's ARN; `null` for anything else. */
export function parseProviderArn(arn: string): { readonly account: string; readonly url: string } | null {
  const [, account, url] = /^arn:[a-z-]+:iam::(\d{12}):oidc-provider\/(.+)$/.exec(arn) ?? [];
  return account === undefined || url === undefined ? null : { account, url };
}
