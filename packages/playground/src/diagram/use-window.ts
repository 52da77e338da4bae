import { type RefObject, useEffect, useState } from "react";

/** Rows outside of what is seen that are drawn all the same. */
const MARGIN = 40;

/** Which rows of a long list have to be drawn: a day of a pod has thousands. */
export function useWindow(scroller: RefObject<HTMLElement | null>, { rowHeight, rows }: { readonly rowHeight: number; readonly rows: number }) {
  const [first, setFirst] = useState(0);
  useEffect(() => {
    const { current } = scroller;
    if (current === null) return;
    const onScroll = (): void => setFirst(Math.floor(current.scrollTop / rowHeight / 20) * 20);
    current.addEventListener("scroll", onScroll, { passive: true });
    return () => current.removeEventListener("scroll", onScroll);
  }, [scroller, rowHeight]);
  return { from: Math.max(0, first - MARGIN), to: Math.min(rows, first + 2 * MARGIN + 20) };
}
