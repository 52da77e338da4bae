import { type Dispatch, useEffect } from "react";
import type { PageAction } from "../state/page-action.js";
import { listDroppedFiles } from "./list-dropped-files.js";
import { readDroppedFiles } from "./read-dropped-files.js";
import { toOwnScenario } from "./to-own-scenario.js";

/** Takes a scenario folder that is dropped anywhere on the page; by keyboard the catalogue's button opens one. */
export function useDrop(dispatch: Dispatch<PageAction>): void {
  useEffect(() => {
    const onOver = (event: DragEvent): void => event.preventDefault();
    const onDrop = (event: DragEvent): void => {
      event.preventDefault();
      if (event.dataTransfer !== null) void openDropped(event.dataTransfer, dispatch);
    };
    addEventListener("dragover", onOver);
    addEventListener("drop", onDrop);
    return () => {
      removeEventListener("dragover", onOver);
      removeEventListener("drop", onDrop);
    };
  }, [dispatch]);
}

async function openDropped(dropped: DataTransfer, dispatch: Dispatch<PageAction>): Promise<void> {
  const own = toOwnScenario(await readDroppedFiles(await listDroppedFiles(dropped)));
  if (own !== null) dispatch({ kind: "open", open: own });
}
