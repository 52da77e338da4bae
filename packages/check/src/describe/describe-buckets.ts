import { partitionOf } from "@irsa-sim/core";
import { type LocatedNode, objectAt, scalarAt, textOf } from "@irsa-sim/documents";
import { ASSUMED } from "../assume/assumptions.js";
import type { CheckedCall } from "../check-options.js";
import type { Relation } from "../relate/relation.js";

const ANY_BUCKET = "any-call-of-the-app";

/** What stands for the calls of an app of which nobody said what they are: the resource lets the role in, whatever its policies say, and nobody else. */
export const ANY_CALL: CheckedCall = { action: "s3:GetObject", resource: `arn:aws:s3:::${ANY_BUCKET}/any-key` };

/** Bucket and key that a call on S3 is about; `null` for none. */
export function objectOf({ resource }: CheckedCall): { readonly bucket: string | null; readonly key: string | null } {
  const [, bucket = null, key = null] = /^arn:[^:]+:s3:::([^/*]+)(?:\/(.+))?$/.exec(resource) ?? [];
  return { bucket, key };
}

/** The buckets that the calls are about. */
export function bucketsOf(relation: Relation, calls: readonly CheckedCall[]): Record<string, LocatedNode> {
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  const objects = new Map<string, Record<string, LocatedNode>>();
  for (const call of calls.length === 0 ? [ANY_CALL] : calls) {
    const { bucket, key } = objectOf(call);
    if (bucket !== null) objects.set(bucket, { ...objects.get(bucket), ...(key === null ? {} : { [key]: text("") }) });
  }
  const buckets = objectAt(ASSUMED, Object.fromEntries([...objects].map(([bucket, keys]) => [bucket, objectAt(ASSUMED, keys)])));
  const policy = calls.length === 0 ? policyOf(relation) : null;
  const settings = [...objects.keys()].map((bucket) => [bucket, objectAt(ASSUMED, { account: text(relation.roleAccount), policy })] as const);
  return { buckets, bucketSettings: objectAt(ASSUMED, Object.fromEntries(settings)) };
}

/** `null` when there is no role to let in. */
function policyOf({ roles, region, roleAccount }: Relation): LocatedNode | null {
  const text = (value: string): LocatedNode => scalarAt(ASSUMED, value);
  const partition = partitionOf(region);
  const arns = roles.filter((role) => role.account === roleAccount).map(({ name, node }) => `arn:${partition}:iam::${roleAccount}:role${pathOf(node)}${name}`);
  if (arns.length === 0) return null;
  const statement = objectAt(ASSUMED, {
    Effect: text("Allow"),
    Principal: objectAt(ASSUMED, { AWS: { kind: "list", place: ASSUMED, items: arns.map(text) } }),
    Action: text("s3:GetObject"),
    Resource: text(`arn:${partition}:s3:::${ANY_BUCKET}/*`),
  });
  return objectAt(ASSUMED, { Version: text("2012-10-17"), Statement: statement });
}

function pathOf(role: LocatedNode): string {
  return textOf((role.kind === "object" ? role.members.get("path")?.node : null) ?? null) ?? "/";
}
