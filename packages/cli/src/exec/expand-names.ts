/** Names as `/etc/hosts` takes them: of a wildcard, one for each bucket, and neither ports nor addresses. */
export function expandNames(names: readonly string[], buckets: readonly string[]): readonly string[] {
  return names
    .filter((name) => !name.includes(":") && !/^[\d.]+$/.test(name))
    .flatMap((name) => (name.startsWith("*.") ? buckets.map((bucket) => `${bucket}${name.slice(1)}`) : [name]));
}
