/** What stands where no document says anything else. */
export const DEFAULT_ACCOUNT = "111122223333";
export const DEFAULT_REGION = "eu-west-1";

const ISSUER_ID = "B2C3D4E5F60718293A4B5C6D7E8F90";

/**
 * The issuer of a cluster of which nobody knows it.
 *
 * @param index of the cluster among those, so that no two have the same
 */
export function assumedIssuer(region: string, index = 0): string {
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  return `https://oidc.eks.${region}.${domain}/id/${(0xa1 + index).toString(16).toUpperCase()}${ISSUER_ID}`;
}
