import { createRunStory } from "@irsa-sim/story";
import { load, playLoaded } from "../../scenario-runner/test/catalogue.js";
import { openState } from "../src/state/open-state.js";
import type { Played } from "../src/state/played.js";
import type { StepperState } from "../src/state/stepper-state.js";

const CAUSES = ["one", "two", "three", "four", "five", "six"].map((id) => ({ id, title: `the cause ${id}` }));

/** Plays a case of the catalogue as the command does, with a few causes to predict from. */
export async function playCase(name: string): Promise<Played> {
  const scenario = load(name);
  const report = await playLoaded(scenario);
  const right = [...report.warnings.map(({ cause }) => cause), report.failure?.cause ?? ""].filter(Boolean).map((id) => ({ id, title: `the cause ${id}` }));
  return {
    story: createRunStory(report),
    lesson: scenario.lesson,
    hasFix: scenario.fix !== null,
    changes: [],
    breakages: [
      { id: "dns", title: "CoreDNS does not answer" },
      { id: "sts", title: "Nobody reaches STS" },
    ],
    causes: [...CAUSES, ...right],
    documents: [{ id: "/basic/pod.yaml", title: "basic/pod.yaml" }],
  };
}

/** The stepper as it is opened on a case. */
export async function openCase(name: string): Promise<StepperState> {
  return openState(await playCase(name));
}
