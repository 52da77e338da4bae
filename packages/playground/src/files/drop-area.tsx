import type { DragEvent, ReactNode } from "react";
import { usePage } from "../frame/use-page.js";
import { listDroppedFiles } from "./list-dropped-files.js";
import { readDroppedFiles } from "./read-dropped-files.js";
import { toOwnScenario } from "./to-own-scenario.js";

/** Takes a scenario folder that is dropped anywhere on the page. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const { dispatch } = usePage();
  const onDrop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    const own = toOwnScenario(await readDroppedFiles(await listDroppedFiles(event.dataTransfer)));
    if (own !== null) dispatch({ kind: "open", open: own });
  };
  return (
    // Dropping is a second way: the catalogue's button opens a folder by keyboard.
    <div className="drop-area" role="presentation" onDragOver={(event) => event.preventDefault()} onDrop={(event) => void onDrop(event)}>
      {children}
    </div>
  );
}
