import { IAM_FAULTS } from "../../iam-fault.js";
import { clause, listOf } from "../../parameters/parameter-readers.js";
import { allConstraints, THUMBPRINT } from "../../parameters/parameter-rules.js";
import { readParameters } from "../../parameters/read-parameters.js";
import type { QueryRequest } from "../../query-protocol.js";

const MAX_THUMBPRINTS = 5;

/**
 * The parameter `ThumbprintList` in lower case, as IAM stores it.
 * Differs from AWS, perhaps: 40 characters that are no hex digits are refused in the words for another length; AWS's are unconfirmed.
 *
 * @throws {IamFault} `InvalidInput` for more than five, `ValidationError` for one that is not 40 hex digits
 */
export function readThumbprints(query: QueryRequest): readonly string[] {
  const { ThumbprintList } = readParameters(query, { ThumbprintList: listOf(THUMBPRINT) });
  if (ThumbprintList.length > MAX_THUMBPRINTS) throw IAM_FAULTS.tooManyThumbprints();
  const thumbprints = ThumbprintList.map((thumbprint) => thumbprint.toLowerCase());
  if (thumbprints.every((thumbprint) => /^[0-9a-f]{40}$/.test(thumbprint))) return thumbprints;
  const constraint = `Member must satisfy constraint: [${allConstraints(THUMBPRINT).join(", ")}]`;
  throw IAM_FAULTS.invalidParameters([clause(`[${ThumbprintList.join(", ")}]`, "ThumbprintList", constraint)]);
}
