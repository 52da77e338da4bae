/**
 * A key as Go's standard decoder compares it with a member's name: in any case, where two more letters count as `k` and `s`.
 *
 * @see https://pkg.go.dev/encoding/json#Unmarshal
 */
export function foldName(key: string): string {
  return key.replaceAll("\u212a", "k").replaceAll("\u017f", "s").toLowerCase();
}
