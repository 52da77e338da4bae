/** A problem with one member of an object, as Kubernetes' validation reports it. */
export interface FieldProblem {
  readonly reason: "FieldValueRequired" | "FieldValueInvalid" | "FieldValueDuplicate" | "FieldValueNotFound" | "FieldValueForbidden" | "FieldValueNotSupported";
  /** `spec.containers[0].name`. */
  readonly field: string;
  readonly message: string;
}

/** A member that has to be there. */
export function required(field: string, detail = ""): FieldProblem {
  return { reason: "FieldValueRequired", field, message: withDetail("Required value", detail) };
}

/** A value that may not be. */
export function invalid(field: string, value: string | number, detail: string): FieldProblem {
  return { reason: "FieldValueInvalid", field, message: withDetail(`Invalid value: ${JSON.stringify(value)}`, detail) };
}

/** A value that stands twice. */
export function duplicate(field: string, value: string): FieldProblem {
  return { reason: "FieldValueDuplicate", field, message: `Duplicate value: ${JSON.stringify(value)}` };
}

/** A name of something that is not there. */
export function notFound(field: string, value: string): FieldProblem {
  return { reason: "FieldValueNotFound", field, message: `Not found: ${JSON.stringify(value)}` };
}

/** A member that may not be set. */
export function forbidden(field: string, detail: string): FieldProblem {
  return { reason: "FieldValueForbidden", field, message: `Forbidden: ${detail}` };
}

/** A value that is none of those known. */
export function notSupported(field: string, value: string, supported: readonly string[]): FieldProblem {
  const values = supported.map((item) => JSON.stringify(item)).join(", ");
  return { reason: "FieldValueNotSupported", field, message: `Unsupported value: ${JSON.stringify(value)}: supported values: ${values}` };
}

function withDetail(message: string, detail: string): string {
  return detail === "" ? message : `${message}: ${detail}`;
}
