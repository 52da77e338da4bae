import { runToMarkdown, toJson, toMermaid, toSvg } from "@irsa-sim/trace-views";
import { useState } from "react";
import { Overlay } from "../frame/overlay.js";
import { usePage } from "../frame/use-page.js";
import { download } from "./download.js";
import { saveFolder } from "./save-folder.js";
import { scenarioFiles } from "./scenario-files.js";
import { toZip } from "./to-zip.js";

/** What can be taken away: the scenario's files, the run as text or picture, a hand-out on paper. */
export function Share() {
  const { data, state, view } = usePage();
  const [said, setSaid] = useState("");
  if (view === null) return null;
  const { story, rows, run, scenario } = view;
  const name = scenario.name.replaceAll(/[^\w.-]+/g, "-");
  const own = scenarioFiles(data.files, state.open);
  const save = (file: string, content: string | Uint8Array<ArrayBuffer>, type: string) => (): void => {
    download({ file, content, type });
    setSaid(`${file} saved`);
  };
  // Made when it is asked for: a day's is some megabytes.
  const saveRun = (): void => save(`${name}.json`, [...toJson(run.report, { showTokens: true })].join(""), "application/json")();
  return (
    <Overlay title="Share and save">
      <ul className="share">
        <li>
          <button type="button" className="button" onClick={save(`${name}.zip`, toZip(own), "application/zip")}>
            Scenario as zip
          </button>
          <span className="quiet">a folder that irsa-sim test runs</span>
        </li>
        {"showDirectoryPicker" in globalThis && (
          <li>
            <button type="button" className="button" onClick={() => void saveFolder(own).then(setSaid)}>
              Scenario as folder
            </button>
            <span className="quiet">into a folder of your own</span>
          </li>
        )}
        <li>
          <button type="button" className="button" onClick={save(`${name}.svg`, toSvg(story, rows), "image/svg+xml")}>
            Diagram as SVG
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={save(`${name}.mmd`, toMermaid(rows), "text/plain")}>
            Diagram as Mermaid
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={save(`${name}.md`, runToMarkdown(run, story, rows), "text/markdown")}>
            Run as Markdown
          </button>
        </li>
        <li>
          <button type="button" className="button" onClick={saveRun}>
            Run as JSON
          </button>
          <span className="quiet">irsa-sim/run/v1</span>
        </li>
        <li>
          <button type="button" className="button" onClick={() => print()}>
            Print a hand-out
          </button>
        </li>
      </ul>
      <p role="status" className="quiet">
        {said}
      </p>
    </Overlay>
  );
}
