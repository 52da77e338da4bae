/** Changes of files: how many there were, and a wait for the next. */
export interface Changes {
  count(): number;
  /** Resolves as soon as there were more than `seen`, which may be at once. */
  beyond(seen: number): Promise<"changed">;
}
