/** A terminal's size, in character cells. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}
