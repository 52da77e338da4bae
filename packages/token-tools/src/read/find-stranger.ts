/** What a text is that was taken for a token. */
interface Stranger {
  readonly actual: string;
  readonly hint: string | null;
}

const STRANGERS: readonly (readonly [form: RegExp, actual: string, hint: string])[] = [
  [/^k8s-aws-v1\./, "the output of aws eks get-token", "that is a presigned call of GetCallerIdentity for the API server, not a token of the pod"],
  [/^-----BEGIN /, "a PEM document", "give the token; a key goes to --key or --jwks"],
  [/^\{|^\[/, "a JSON document", "give what stands in status.token, such as: kubectl create token NAME --audience sts.amazonaws.com"],
  [/^(ASIA|AKIA)[A-Z0-9]{16}/, "an AWS access key id", "STS gave it for the token; the token is the file that AWS_WEB_IDENTITY_TOKEN_FILE names"],
  [/^\/[^\n]*$/, "a path", "give the path as the argument, or the file's content on standard input"],
  [/^Bearer\s/i, "an Authorization header", "leave out the word before the token"],
  [/^eyJ[\w-]*(\.[\w-]*){4}$/, "five parts between dots: an encrypted token (JWE)", "only its receiver can read it; Kubernetes gives none of these"],
];

/** Says what was found instead of a token's three parts, never the text itself, which may be a secret. */
export function findStranger(text: string): Stranger {
  if (text === "")
    return { actual: "nothing", hint: "an empty token file: the kubelet writes it before the container starts, so look at the path and at the volume" };
  const known = STRANGERS.find(([form]) => form.test(text));
  if (known !== undefined) return { actual: known[1], hint: known[2] };
  const count = text.split(".").length;
  return { actual: count === 1 ? "one part, without a dot" : `${count} parts between dots`, hint: null };
}
