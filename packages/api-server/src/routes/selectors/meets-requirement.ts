/** A condition on one label. */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: "in" | "notin" | "exists" | "!" | ">" | "<";
  readonly values: readonly string[];
}

/** Whether labels are as a condition says; one that is absent is among no values and compares to no number. */
export function meetsRequirement({ key, operator, values }: LabelRequirement, labels: Readonly<Record<string, string>>): boolean {
  const value = labels[key];
  switch (operator) {
    case "in":
      return value !== undefined && values.includes(value);
    case "notin":
      return value === undefined || !values.includes(value);
    case "exists":
      return value !== undefined;
    case "!":
      return value === undefined;
    default:
      return value !== undefined && isInOrder(value, operator, values[0] ?? "");
  }
}

function isInOrder(value: string, operator: ">" | "<", limit: string): boolean {
  if (!/^[+-]?\d+$/.test(value)) return false;
  return operator === ">" ? BigInt(value.replace("+", "")) > BigInt(limit.replace("+", "")) : BigInt(value.replace("+", "")) < BigInt(limit.replace("+", ""));
}
