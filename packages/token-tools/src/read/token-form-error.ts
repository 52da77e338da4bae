import { SimulatorError } from "@irsa-sim/core";

/** A text that is no JSON Web Token in compact form. */
export class TokenFormError extends SimulatorError {
  override readonly code = "ERR_TOKEN_FORM";
  readonly expected: string;
  readonly actual: string;

  constructor({
    part,
    expected,
    actual,
    hint = null,
  }: { readonly part: string; readonly expected: string; readonly actual: string; readonly hint?: string | null }) {
    super(`${part}\n  expected  ${expected}\n  found     ${actual}`, hint === null ? {} : { hint });
    this.expected = expected;
    this.actual = actual;
  }
}
