import { mermaidDocument } from "./mermaid-document.js";
import { mermaidLine } from "./mermaid-line.js";
import { orderLanes } from "./order-lanes.js";
import type { Row } from "./row.js";

/** The diagram as Mermaid's sequence diagram. */
export function toMermaid(rows: readonly Row[]): string {
  return mermaidDocument(orderLanes(rows), rows.map(mermaidLine));
}
