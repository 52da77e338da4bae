/** Whether a value is the audience of STS, in one of its spellings, and no subject. */
export function isAudience(value: string): boolean {
  return /^sts\.amazon(?:aws)?\.com(?:\.cn)?$/.test(value);
}
