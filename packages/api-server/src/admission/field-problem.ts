/**
 * Problems with members of an object, in the words of Kubernetes' validation.
 * @see https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation/field
 */
import { goJson, goString, type Json } from "@irsa-sim/core";
import { goQuoted } from "@irsa-sim/kubernetes-types";

/** A problem with one member of an object, as Kubernetes' validation reports it. */
export interface FieldProblem {
  readonly reason:
    | "FieldValueRequired"
    | "FieldValueInvalid"
    | "FieldValueDuplicate"
    | "FieldValueNotFound"
    | "FieldValueForbidden"
    | "FieldValueNotSupported"
    | "FieldValueTooLong"
    | "FieldValueTooMany";
  /** `spec.containers[0].name`. */
  readonly field: string;
  readonly message: string;
}

/** Problems in the order in which the server lists them. */
export type Problems = Iterable<FieldProblem>;

/** A member that has to be there. */
export function required(field: string, detail = ""): FieldProblem {
  return { reason: "FieldValueRequired", field, message: withDetail("Required value", detail) };
}

/** A value that may not be. */
export function invalid(field: string, value: Json, detail: string): FieldProblem {
  return { reason: "FieldValueInvalid", field, message: withDetail(`Invalid value: ${shown(value)}`, detail) };
}

/** The same for a value of a type that only stands for a string; such a one is shown as JSON. */
export function invalidConstant(field: string, value: string, detail: string): FieldProblem {
  return { reason: "FieldValueInvalid", field, message: withDetail(`Invalid value: ${goString(value)}`, detail) };
}

/** A value that stands twice. */
export function duplicate(field: string, value: string): FieldProblem {
  return { reason: "FieldValueDuplicate", field, message: `Duplicate value: ${goQuoted(value)}` };
}

/** A name of something that is not there. */
export function notFound(field: string, value: string, detail = ""): FieldProblem {
  return { reason: "FieldValueNotFound", field, message: withDetail(`Not found: ${goQuoted(value)}`, detail) };
}

/** A member that may not be set. */
export function forbidden(field: string, detail: string): FieldProblem {
  return { reason: "FieldValueForbidden", field, message: `Forbidden: ${detail}` };
}

/** A value that is none of those known. */
export function notSupported(field: string, value: string | readonly string[], supported: readonly string[]): FieldProblem {
  const shown = typeof value === "string" ? goString(value) : JSON.stringify(value);
  return { reason: "FieldValueNotSupported", field, message: `Unsupported value: ${shown}: supported values: ${supported.map(goQuoted).join(", ")}` };
}

/** A value of more than so many bytes. */
export function tooLong(field: string, maxBytes: number): FieldProblem {
  return { reason: "FieldValueTooLong", field, message: `Too long: may not be more than ${maxBytes} bytes` };
}

/** A list of more than so many items. */
export function tooMany(field: string, items: number, maxItems: number): FieldProblem {
  return { reason: "FieldValueTooMany", field, message: `Too many: ${items}: must have at most ${maxItems} items` };
}

function shown(value: Json): string {
  if (typeof value === "string") return goQuoted(value);
  return typeof value === "object" && value !== null ? goJson(value) : String(value);
}

function withDetail(message: string, detail: string): string {
  return detail === "" ? message : `${message}: ${detail}`;
}
