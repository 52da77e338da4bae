import { type ReactNode, type SyntheticEvent, useLayoutEffect, useRef } from "react";
import { usePage } from "./use-page.js";

/** Something over the page that is left with Escape; the browser keeps the focus in it and gives it back. */
export function Overlay({ title, children, isWide = false }: { readonly title: string; readonly children: ReactNode; readonly isWide?: boolean }) {
  const { dispatch } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = (): void => dispatch({ kind: "overlay", overlay: null });
  // The browser tells of a closed dialog only later; a key pressed before that would be lost. So the page closes it, at once.
  const cancel = (event: SyntheticEvent): void => {
    // A file chooser inside that is left without a choice sends the same event.
    if (event.target !== dialog.current) return;
    event.preventDefault();
    close();
  };
  return (
    <dialog ref={dialog} className={isWide ? "overlay overlay-wide" : "overlay"} onCancel={cancel} onClose={close} aria-label={title}>
      <div className="overlay-head">
        <h2>{title}</h2>
        <button type="button" className="button" onClick={close}>
          Close <kbd>Esc</kbd>
        </button>
      </div>
      {children}
    </dialog>
  );
}
