import type { TrustElement, TrustStatement } from "./trust-decision.js";

/** A statement as the evaluation records it. */
export interface WrittenStatement {
  readonly policy: string;
  readonly pointer: string;
  readonly sid: string | null;
  readonly effect: string;
  readonly applies: boolean;
  readonly elements: readonly WrittenElement[];
}

interface WrittenElement {
  readonly element: string;
  readonly pointer: string;
  readonly operator?: string;
  readonly conditionKey?: string;
  readonly matched: boolean;
  readonly expected?: readonly string[];
  readonly actual?: readonly string[];
}

/** Reads one statement of a decision; `decisive` is the one that it came down to, if there is one. */
export function readStatement(statement: WrittenStatement, decisive: WrittenStatement | undefined): TrustStatement {
  const { policy, pointer, sid, effect, applies, elements } = statement;
  const isDecisive = decisive !== undefined && decisive.policy === policy && decisive.pointer === pointer;
  return { policy, pointer, sid, effect, applies, isDecisive, elements: elements.map(readElement) };
}

function readElement({ element, pointer, operator, conditionKey, matched, expected = [], actual = [] }: WrittenElement): TrustElement {
  const claim = conditionKey === undefined ? null : claimOf(conditionKey);
  return { element, pointer, operator: operator ?? null, conditionKey: conditionKey ?? null, isMet: matched, expected, actual, claim };
}

/** `sub` of `oidc.eks.eu-west-1.amazonaws.com/id/A1:sub`; keys of AWS's own, such as `aws:SourceIp`, compare no claim. */
function claimOf(conditionKey: string): string | null {
  const colon = conditionKey.lastIndexOf(":");
  const isOfProvider = conditionKey.slice(0, colon).includes(".");
  return isOfProvider ? conditionKey.slice(colon + 1) : null;
}
