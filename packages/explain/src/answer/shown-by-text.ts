/** Causes that a text itself shows, whatever it says: values that stand in it, by what they look like. */
const SHOWN: readonly (readonly [cause: string, form: RegExp])[] = [
  // Two roles in one annotation.
  ["one-sa-one-role", /role\s+arn:aws[\w-]*:iam::\d{12}:role\/[\w+=.@/-]+,\s*arn:aws/],
  // No role, or an ARN with a colon too many or too few.
  ["role-arn-invalid", /(?:AssumeRole\w*|role)\s+arn:aws[\w-]*:iam::(?!\d{12}:role\/|[\w<>*]+:role\/)\S+/],
  ["partition-audience-endpoint", /arn:aws-(?:cn|us-gov):|amazonaws\.com\.cn\b/],
  // No cluster of EKS has such an issuer.
  ["self-hosted-issuer-wrong", /No OpenIDConnect provider found in your account for (?!https:\/\/oidc\.eks\.)https?:\/\//],
  ["explicit-provider-bypass", /credentialsProviders=\[(?![^\]]*WebIdentity)\w/],
  ["java-chain-swallows-error", /Multiple HTTP implementations/],
];

/** Ids of such causes. */
export function shownByText(text: string): readonly string[] {
  return SHOWN.filter(([, form]) => form.test(text)).map(([cause]) => cause);
}
