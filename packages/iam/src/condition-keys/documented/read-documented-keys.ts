/** Condition keys by action, both without a service's prefix where they have none; a key may hold a placeholder such as `<TagKey>`. */
export type DocumentedKeys = ReadonlyMap<string, readonly string[]>;

/**
 * Reads lines of the form `Action Action = key key`.
 *
 * @param common what `+` stands for
 */
export function readDocumentedKeys(lines: string, common = ""): DocumentedKeys {
  return new Map(
    lines
      .trim()
      .split("\n")
      .flatMap((line) => {
        const [actions = "", keys = ""] = line.split(" =");
        const all = keys.replace("+", common).split(" ").filter(Boolean);
        return actions.split(" ").map((action) => [action, all] as const);
      }),
  );
}
