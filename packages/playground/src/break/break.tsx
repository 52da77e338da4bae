import { CAUSES } from "@irsa-sim/diagnosis";
import { type Breakage, breakScenario, listBreakages } from "@irsa-sim/scenario-runner";
import { useMemo } from "react";
import { createFilesView } from "../files/create-files-view.js";
import { Overlay } from "../frame/overlay.js";
import { usePage } from "../frame/use-page.js";
import { listRelatives } from "./list-relatives.js";

/** What can be broken here: faults and settings, written into the scenario and played at once, and the mistakes of the catalogue that begin from the same base. */
export function Break() {
  const { data, state, view, dispatch } = usePage();
  const { open } = state;
  const breakages = useMemo(() => (view === null ? [] : listBreakages(view.scenario, view.run.report)), [view]);
  const relatives = useMemo(() => listRelatives(data.outlines, CAUSES, view?.scenario ?? null), [data, view]);
  const close = (): void => dispatch({ kind: "overlay", overlay: null });
  const apply = (breakage: Breakage): void => {
    dispatch({ kind: "edit", path: `${open.folder}/scenario.yaml`, text: breakScenario(createFilesView(data.files, open.edits), open.folder, breakage) });
    close();
  };
  return (
    <Overlay title="Break something" isWide>
      <div className="breaks">
        <Group title="Faults" breakages={breakages.filter(({ change }) => change.kind === "fault")} onChoose={apply} />
        <Group title="Settings" breakages={breakages.filter(({ change }) => change.kind === "setting")} onChoose={apply} />
        <section>
          <h3>Mistakes of the catalogue</h3>
          <ul>
            {relatives.map(({ name, title }) => (
              <li key={name}>
                <a className="break-choice" href={`#${encodeURIComponent(name)}`} onClick={close}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Overlay>
  );
}

interface GroupProps {
  readonly title: string;
  readonly breakages: readonly Breakage[];
  readonly onChoose: (breakage: Breakage) => void;
}

function Group({ title, breakages, onChoose }: GroupProps) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {breakages.map((breakage) => (
          <li key={breakage.id}>
            <button type="button" className="break-choice" onClick={() => onChoose(breakage)}>
              {breakage.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
