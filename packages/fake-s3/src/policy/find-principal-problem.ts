import type { Json } from "@irsa-sim/core";
import { type Iam, isPrincipalThere } from "@irsa-sim/iam";

const INVALID = "Invalid principal in policy";
/** A session is known by `sts`, everything else by `iam`. */
const AWS = /^(?:\*|\d{12}|A[A-Z2-7]{20}|arn:[\w-]+:iam::\d{12}:(?:root|(?:role|user)\/\S+)|arn:[\w-]+:sts::\d{12}:(?:assumed-role|federated-user)\/\S+)$/;
const FORMS: Readonly<Record<string, RegExp>> = {
  AWS,
  CanonicalUser: /^[0-9a-f]{64}$/,
  Service: /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:amazonaws\.com(?:\.cn)?|aws\.internal)$/,
  Federated: /^\S+$/,
};

/** A principal that is none, or not there; S3 does not say which one. */
export function findPrincipalProblem(principal: Json, iam: Iam | null): string | null {
  if (principal === "*") return null;
  if (typeof principal !== "object" || principal === null || Array.isArray(principal)) return INVALID;
  const named = Object.entries(principal).flatMap(([kind, names]) => [names].flat().map((name) => ({ kind, name })));
  if (named.length === 0) return "Missing required field Principal cannot be empty!";
  const isGood = ({ kind, name }: { readonly kind: string; readonly name: Json }): boolean =>
    typeof name === "string" && FORMS[kind]?.test(name) === true && (kind !== "AWS" || name.includes("*") || iam === null || isPrincipalThere(name, iam));
  return named.every(isGood) ? null : INVALID;
}
