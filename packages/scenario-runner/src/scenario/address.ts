/** Addresses of patches: `aws.roles[my-pod-role].trustPolicy.Statement[0].Condition`. */

/** The names and indexes of an address, in order; `null` when it is not written as one. */
export function parseAddress(address: string): readonly string[] | null {
  const segments: string[] = [];
  const segment = /(?:^|\.)([^.[\]]+)|\[([^\]]+)\]/y;
  while (segment.lastIndex < address.length) {
    const match = segment.exec(address);
    if (match === null) return null;
    segments.push((match[1] ?? match[2]) as string);
  }
  return segments.length === 0 ? null : segments;
}
