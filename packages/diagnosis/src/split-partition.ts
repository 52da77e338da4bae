/** Partition and the rest of an ARN; `null` for anything else. */
export function splitPartition(arn: string): { readonly partition: string; readonly rest: string } | null {
  const [, partition, rest] = /^arn:([a-z-]+):(.+)$/.exec(arn) ?? [];
  return partition === undefined || rest === undefined ? null : { partition, rest };
}
