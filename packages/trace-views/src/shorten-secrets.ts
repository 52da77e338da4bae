/**
 * Cuts what must not be read off a screen: the signatures of JWTs, secret access keys and session tokens, wherever they stand in a message.
 *
 * @example shortenSecrets("eyJh.eyJi.c2ln") // => "eyJh.eyJi.…"
 */
export function shortenSecrets(text: string): string {
  return text
    .replaceAll(/(eyJ[\w-]+\.eyJ[\w-]+)\.[\w-]{2,}/g, "$1.…")
    .replaceAll(/(<(SecretAccessKey|SessionToken)>)([^<]{4})[^<]*(<\/)/g, "$1$3…$4")
    .replaceAll(/(\\?"(?:SecretAccessKey|Token|secretAccessKey|sessionToken)\\?"\s*:\s*\\?")([^"\\]{4})[^"\\]*/g, "$1$2…")
    .replaceAll(/("x-amz-security-token"\s*:\s*")([^"]{4})[^"]*/g, "$1$2…")
    .replaceAll(/(x-amz-security-token: .{4}).*/g, "$1…");
}
