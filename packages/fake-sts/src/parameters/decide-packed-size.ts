const ROOM_BYTES = 2048;

/**
 * How much of the room for session policies and tags is used, in percent, rounded up.
 * Differs from AWS, which packs them by a function that is not public: here it is bytes of minified policies and tags.
 *
 * @see sts-and-iam.md, section 2.3
 */
export function decidePackedSize(policies: readonly string[], tags: ReadonlyMap<string, string>): number {
  const minified = policies.map((policy) => JSON.stringify(JSON.parse(policy)));
  const bytes = new TextEncoder().encode([...minified, ...[...tags].flat()].join("")).byteLength;
  return Math.ceil((100 * bytes) / ROOM_BYTES);
}
