/** What the catalogue says of a scenario, or of one cell of its matrix, before it is played. */
export interface ScenarioOutline {
  /** With its cell in brackets, where it has one. */
  readonly name: string;
  /** Such as `scenarios/basic`. */
  readonly folder: string;
  readonly cell: string | null;
  readonly title: string;
  readonly tags: readonly string[];
  readonly base: string | null;
  readonly outcome: "succeeded" | "refused" | null;
  /** In which step it is refused; `null` when it is not, or nothing is said of that. */
  readonly step: number | null;
  readonly cause: string | null;
  /** What the caller is told, as far as the scenario says so. */
  readonly message: string | null;
  readonly hasLesson: boolean;
}
