/** What is wrong, and what would be right. */
export interface Fault {
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
}
