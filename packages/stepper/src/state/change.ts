/** What is done to a scenario before it is played again: `as-written` takes all else back, `fix` applies the scenario's own. */
export type Change =
  | { readonly kind: "as-written" }
  | { readonly kind: "fix" }
  | { readonly kind: "break"; readonly id: string }
  | { readonly kind: "edit"; readonly id: string };
