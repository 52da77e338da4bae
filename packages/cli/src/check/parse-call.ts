import type { CheckedCall } from "@irsa-sim/check";
import { InvalidArgumentError } from "commander";

/**
 * Reads one `--call`, such as `s3:GetObject=arn:aws:s3:::my-bucket/my-key`, and adds it to those before.
 *
 * @throws {InvalidArgumentError} for anything else
 */
export function parseCall(text: string, before: readonly CheckedCall[]): readonly CheckedCall[] {
  const [, action, resource] = /^([a-z0-9-]+:[A-Za-z]+)=(arn:\S+)$/.exec(text) ?? [];
  if (action === undefined || resource === undefined)
    throw new InvalidArgumentError(`an action and an ARN, such as s3:GetObject=arn:aws:s3:::my-bucket/my-key; found "${text}".`);
  return [...before, { action, resource }];
}
