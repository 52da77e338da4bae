import type { JsonObject } from "@irsa-sim/core";
import { IAM_FAULTS } from "./iam-fault.js";

/**
 * Reads a policy document as IAM stores it.
 * Leaves out: most of the grammar; what is left through makes a policy that matches nothing, never one that breaks evaluation.
 *
 * @throws {IamFault} `MalformedPolicyDocument`
 * @see sts-and-iam.md, section 5.5
 */
export function parsePolicyDocument(text: string): JsonObject {
  const document = parseJson(text);
  if (typeof document !== "object" || document === null || Array.isArray(document)) throw IAM_FAULTS.malformedPolicy("Syntax errors in policy.");
  const { Statement: statement } = document as { readonly Statement?: unknown };
  const statements = Array.isArray(statement) ? (statement as readonly unknown[]) : [statement];
  for (const one of statements) {
    const { Effect: effect, Condition: condition = {} } = (one ?? {}) as { readonly Effect?: unknown; readonly Condition?: unknown };
    if (effect !== "Allow" && effect !== "Deny") throw IAM_FAULTS.malformedPolicy("Missing required field Effect");
    if (!isCondition(condition)) throw IAM_FAULTS.malformedPolicy("Syntax errors in policy.");
  }
  return document as JsonObject;
}

function isCondition(condition: unknown): boolean {
  return isObject(condition) && Object.values(condition).every(isObject);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw IAM_FAULTS.malformedPolicy("This policy contains invalid Json");
  }
}
