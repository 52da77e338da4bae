/** Where scenario files come from: the disk, or a test's own memory. */
export interface ScenarioFiles {
  /** The folder of a scenario that `base` names; `null` when there is none. */
  folderOf(name: string): string | null;
  /** A file's text; `null` when there is none. */
  read(folder: string, file: string): string | null;
  /** How messages name the file. */
  displayPath(folder: string, file: string): string;
}
