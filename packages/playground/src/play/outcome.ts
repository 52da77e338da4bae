import type { RunReport } from "@irsa-sim/core";
import type { LoadedScenario, ScenarioProblem } from "@irsa-sim/scenario-runner";

/** What came of playing the open scenario. */
export type Outcome =
  | { readonly kind: "played"; readonly scenario: LoadedScenario; readonly report: RunReport }
  /** Its files have faults, and nothing was played. */
  | { readonly kind: "invalid"; readonly problems: readonly ScenarioProblem[] }
  /** It was stopped: it costs more than a page may. */
  | { readonly kind: "stopped"; readonly message: string };
