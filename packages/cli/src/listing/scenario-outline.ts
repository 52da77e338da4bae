/** What a list says of a scenario, or of one cell of its matrix. */
export interface ScenarioOutline {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly outcome?: "succeeded" | "refused" | undefined;
  /** In which step it is refused; `null` when it is not, or nothing is said of that. */
  readonly step: number | null;
  /** What the caller is told, as far as the scenario says it. */
  readonly code: string | null;
  readonly message: string | null;
  readonly cause: string | null;
  /** The AWS SDKs that its apps are built with. */
  readonly sdks: readonly string[];
}
