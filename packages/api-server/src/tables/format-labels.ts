/** Labels as tables show them: `app=web,tier=front`, or `<none>`. */
export function formatLabels(labels: unknown): string {
  const terms = termsOf(labels);
  return terms.length === 0 ? "<none>" : terms.join(",");
}

/** A label selector as tables show it. */
export function formatSelector(selector: unknown): string {
  const { matchLabels, matchExpressions = [] } = (selector ?? {}) as { readonly matchLabels?: unknown; readonly matchExpressions?: readonly Expression[] };
  const terms = [...termsOf(matchLabels), ...matchExpressions.map(formatExpression)].sort();
  return terms.length === 0 ? "<none>" : terms.join(",");
}

interface Expression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

function termsOf(labels: unknown): readonly string[] {
  return Object.entries(labels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .sort();
}

function formatExpression({ key, operator, values = [] }: Expression): string {
  if (operator === "Exists") return key;
  if (operator === "DoesNotExist") return `!${key}`;
  return `${key} ${operator.toLowerCase()} (${values.join(",")})`;
}
