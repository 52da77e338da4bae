/**
 * Whether a value looks like a role's ARN; the webhook only warns when it does not, and injects it all the same.
 *
 * @see webhook.md, section 5.4
 */
export function isRoleArn(value: string): boolean {
  return /^arn:aws[a-z0-9-]*:iam::\d{12}:role\/[\w\-/.@+=,]+$/.test(value);
}
