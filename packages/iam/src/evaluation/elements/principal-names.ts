/** The account that a value of `Principal` stands for as a whole: `111122223333` or `arn:aws:iam::111122223333:root`; `null` for any other. */
export function accountNamed(value: string): string | null {
  return /^(?:arn:[a-z-]+:iam::)?(\d{12})(?::root)?$/.exec(value)?.[1] ?? null;
}

/** The account that a caller's ARN belongs to. */
export function accountOfPrincipal(arn: string): string {
  return arn.split(":")[4] ?? "";
}

/** How much a grant to this name is worth: a session's own ARN most, then everybody, then a role or user, then an account as a whole. */
export function principalStrength(value: string): number {
  if (/^arn:[a-z-]+:sts::/.test(value)) return 3;
  if (value === "*") return 2;
  return accountNamed(value) === null ? 1 : 0;
}
