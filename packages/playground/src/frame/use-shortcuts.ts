import { useLayoutEffect } from "react";
import { decideShortcut } from "./decide-shortcut.js";
import type { Page } from "./page-context.js";

/** Lets keys move through the run wherever nothing else wants them. */
export function useShortcuts(page: Page, { hasResults }: { readonly hasResults: boolean }): void {
  // Before the browser paints: who sees the screen can press a key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || wantsKeys(event)) return;
      const action = event.key === "t" && hasResults ? ({ kind: "overlay", overlay: "results" } as const) : decideShortcut(event.key, page);
      if (action === null) return;
      event.preventDefault();
      page.dispatch(action);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [page, hasResults]);
}

/** Whether the key goes to a field, an editor or a dialog; the way to the target is looked at, since an editor stands in a shadow. Enter presses a button. */
function wantsKeys(event: KeyboardEvent): boolean {
  const wanted = `input, textarea, select, dialog, [role=tablist]${event.key === "Enter" ? ", button, a" : ""}`;
  return event.composedPath().some((target) => target instanceof HTMLElement && (target.matches(wanted) || target.isContentEditable));
}
