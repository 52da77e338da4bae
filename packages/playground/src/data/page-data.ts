import type { ScenarioOutline } from "../catalogue/scenario-outline.js";

/** What the build puts into the page beside the program. */
export interface PageData {
  readonly version: string;
  /** Path to text, such as `scenarios/basic/pod.yaml`. */
  readonly files: Readonly<Record<string, string>>;
  readonly outlines: readonly ScenarioOutline[];
}
