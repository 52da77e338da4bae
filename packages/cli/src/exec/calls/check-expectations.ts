import type { CallLog } from "./call-log.js";
import type { ClientCall } from "./client-call.js";

/** What a command is expected to have done. */
export interface CallExpectations {
  /** An ARN, with `*` for any text. */
  readonly principal?: string | undefined;
  /** How often at least it went on with a newer token. */
  readonly rotations?: number | undefined;
}

/**
 * Compares what a command did with what was expected of it.
 *
 * @returns a sentence for each expectation that was missed
 */
export function checkExpectations(
  { callers, hasFurtherCallers, tokens }: Pick<CallLog, "callers" | "hasFurtherCallers" | "tokens">,
  { principal, rotations }: CallExpectations,
): readonly string[] {
  const missed: string[] = [];
  if (principal !== undefined) {
    const others = callers.filter((call) => !fits(principal, call.principal));
    missed.push(...others.map((call) => `expected every call as ${principal}; ${call.name} was made ${asWhom(call)}`));
    if (callers.length === 0) missed.push(`expected every call as ${principal}; there was no call`);
    if (hasFurtherCallers)
      missed.push(`expected every call as ${principal}; calls were made as more than ${callers.length} principals, and who came then is not known`);
  }
  const found = Math.max(tokens - 1, 0);
  if (rotations !== undefined && found < rotations)
    missed.push(`expected ${rotations} ${rotations === 1 ? "rotation" : "rotations"} of the token to be picked up; found ${found}`);
  return missed;
}

function asWhom({ principal }: ClientCall): string {
  return principal === null ? "as nobody that is known" : `as ${principal}`;
}

function fits(pattern: string, arn: string | null): boolean {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return arn !== null && new RegExp(`^${parts.join(".*")}$`).test(arn);
}
