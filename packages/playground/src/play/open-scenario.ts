/** Which scenario is open, and how it was changed. */
export interface OpenScenario {
  /** Such as `scenarios/basic`. */
  readonly folder: string;
  readonly cell: string | null;
  /** With the scenario's own fix applied. */
  readonly isFixed: boolean;
  /** Texts that the viewer changed or added, by path. */
  readonly edits: ReadonlyMap<string, string>;
}
