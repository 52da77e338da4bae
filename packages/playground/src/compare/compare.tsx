import { compareRuns, createRunStory, type RunComparison, type RunStory } from "@irsa-sim/story";
import { useEffect, useMemo, useState } from "react";
import { Overlay } from "../frame/overlay.js";
import type { View } from "../frame/page-context.js";
import { usePage } from "../frame/use-page.js";
import { baseOf } from "./base-of.js";
import { ComparedStep } from "./compared-step.js";
import { OtherChoice } from "./other-choice.js";
import type { OtherRun } from "./other-run.js";
import { type Played, playOther } from "./play-other.js";

/** The run on the screen beside another one, step by step: its base at first, any other scenario or saved run when it is chosen. */
export function Compare({ view }: { readonly view: View }) {
  const { data, conditions, state } = usePage();
  const [other, setOther] = useState<OtherRun>(() => ({ kind: "scenario", open: baseOf(data.files, state.open, view.scenario) }));
  const [played, setPlayed] = useState<Played | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setPlayed(null);
    void playOther(other, new Map(Object.entries(data.files)), conditions).then((next) => isCurrent && setPlayed(next));
    return () => {
      isCurrent = false;
    };
  }, [other, data, conditions]);
  const base = useMemo(() => (played?.kind === "run" ? createRunStory(played.report) : null), [played]);
  const comparison = useMemo(() => (base === null ? null : compareRuns(base, view.run)), [base, view.run]);
  return (
    <Overlay title="Compare" isWide>
      <OtherChoice here={view.scenario.name} other={other} onChoose={setOther} />
      <p className="compare-verdict" role="status">
        {played === null ? "plays…" : played.kind === "none" ? played.why : verdictOf(comparison)}
      </p>
      {base !== null && comparison !== null && <Steps base={base} view={view} comparison={comparison} />}
    </Overlay>
  );
}

function verdictOf(comparison: RunComparison | null): string {
  const first = comparison?.first ?? null;
  if (first === null) return "✓ The same, but for what differs by chance.";
  return `The runs part ${first.step === null ? "outside of all steps" : `in step ${first.step}`}: ${first.what}`;
}

interface StepsProps {
  readonly base: RunStory;
  readonly view: View;
  readonly comparison: RunComparison;
}

function Steps({ base, view, comparison: { first, steps } }: StepsProps) {
  const { main } = view.run;
  return (
    <ol className="compare-steps">
      {main.steps.map((here, index) => {
        const [inBase, compared] = [base.main.steps[index], steps[index]];
        if (inBase === undefined || compared === undefined) return null;
        return <ComparedStep key={here.step} here={here} inBase={inBase} compared={compared} isFirst={first !== null && first.step === here.step} />;
      })}
    </ol>
  );
}
