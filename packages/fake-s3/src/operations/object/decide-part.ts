import type { S3Object } from "../../bucket.js";
import { FAULTS } from "../../s3-fault.js";
import type { ByteRange } from "./parse-range.js";

/**
 * The bytes of the part that a read asks for; an object that was not uploaded in parts has one.
 *
 * @param asked `partNumber` of the query
 * @throws {S3Fault} `InvalidPartNumber` for a part that is not there, `InvalidArgument` for what is no number
 */
export function decidePart(asked: string | null, { body, partSizes }: Pick<S3Object, "body" | "partSizes">): ByteRange | null {
  if (asked === null) return null;
  const number = Number(asked);
  if (!/^\d{1,5}$/.test(asked) || number < 1)
    throw FAULTS.invalidArgument("Part number must be an integer between 1 and 10000, inclusive", "partNumber", asked);
  const sizes = partSizes ?? [body.byteLength];
  const size = sizes[number - 1];
  if (size === undefined) throw FAULTS.invalidPartNumber(asked, sizes.length);
  const first = sizes.slice(0, number - 1).reduce((sum, one) => sum + one, 0);
  return { first, last: first + size - 1 };
}
