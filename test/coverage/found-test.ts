/** A test as its file's text says it, without running it. */
export interface FoundTest {
  /** Titles of the describes around it, outermost first, and its own; `$name` and `%s` stand as written, a computed title is empty. */
  readonly titles: readonly string[];
  /** Text of each row of the tables that it is played with; none when it has no table, or one that is computed. */
  readonly rows: readonly string[];
  /** Whether it, or a describe around it, is played with what no literal of the file says. */
  readonly hasComputedRows: boolean;
  /** Whether it never runs: `skip` or `todo`; what runs under a condition is not skipped. */
  readonly isSkipped: boolean;
  /** Whether its body, or a function of the file that it calls, compares something: a matcher behind `expect(…)`, or `fc.assert`. */
  asserts(): boolean;
  /** Whether its body says this: as words of a string, there or in a function that it calls, or in an element of a list or a member of an object that it names. */
  says(words: string): boolean;
}
