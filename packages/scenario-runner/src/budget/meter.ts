/** What a run costs its host, which alone can tell. */
export interface Meter {
  /** Real time since some fixed moment. */
  wallMs(): number;
  /** Memory in use. */
  memoryBytes(): number;
}
