import type { OpenedBlock } from "@irsa-sim/playground";

/** Where the page looks for it: before the block with the catalogue. */
const PLACE = '<script type="application/octet-stream" id="page-data">';

/**
 * The page with what it shows first, in a block that no browser executes. In JSON `<` can stand in texts alone, where its escape means the same; so nothing in
 * a scenario or a run can end the block.
 */
export function embedInPage(page: string, opened: OpenedBlock): string {
  const at = page.indexOf(PLACE);
  if (at === -1) throw new Error("the page has no block for its data");
  const json = JSON.stringify(opened).replaceAll("<", "\\u003c");
  return `${page.slice(0, at)}<script type="application/json" id="opened">${json}</script>\n${page.slice(at)}`;
}
