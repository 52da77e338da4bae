import { type ReactNode, useEffect, useRef } from "react";
import { usePage } from "./use-page.js";

/** Something over the page that is left with Escape; the browser keeps the focus in it and gives it back. */
export function Overlay({ title, children, isWide = false }: { readonly title: string; readonly children: ReactNode; readonly isWide?: boolean }) {
  const { dispatch } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dispatch({ kind: "overlay", overlay: null });
  return (
    <dialog ref={dialog} className={isWide ? "overlay overlay-wide" : "overlay"} onClose={close} aria-label={title}>
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
