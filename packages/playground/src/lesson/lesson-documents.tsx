import type { LoadedScenario } from "@irsa-sim/scenario-runner";
import { useState } from "react";
import { JsonTree } from "../inspector/json-tree.js";
import { listDocuments } from "./list-documents.js";

/** What a viewer may look at before the answer: all documents, and nothing of what became of them. */
export function LessonDocuments({ scenario }: { readonly scenario: LoadedScenario }) {
  const documents = listDocuments(scenario);
  const [chosen, setChosen] = useState(0);
  const shown = documents[chosen] ?? documents[0];
  return (
    <div className="files">
      <nav className="files-list" aria-label="Documents">
        <ul>
          {documents.map(({ name }, index) => (
            <li key={`${index}${name}`}>
              <button type="button" className="files-item" aria-current={index === chosen ? "true" : undefined} onClick={() => setChosen(index)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section className="lesson-document" aria-label={shown?.name ?? ""}>
        {shown !== undefined && <JsonTree value={shown.value} />}
      </section>
    </div>
  );
}
