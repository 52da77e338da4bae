import type { OpenScenario } from "../play/open-scenario.js";

/** What the run on the screen is compared with. */
export type OtherRun = { readonly kind: "scenario"; readonly open: OpenScenario } | { readonly kind: "saved"; readonly file: string; readonly text: string };
