/** The `kid` in the header of a compact JWS. */
export function keyIdOf(token: string): string {
  const [header = ""] = token.split(".");
  const { kid } = JSON.parse(atob(header.replaceAll("-", "+").replaceAll("_", "/"))) as { readonly kid: string };
  return kid;
}
