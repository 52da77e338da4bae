import type { Story } from "@irsa-sim/story";
import { ACTOR_NAMES } from "./actor-names.js";
import { escapeXml } from "./escape-xml.js";
import { type Layout, layOut } from "./lay-out.js";
import type { Picture } from "./picture.js";
import { placeLabel } from "./place-label.js";
import type { Row } from "./row.js";

const WIDTH = 1100;
const STYLE =
  "text{font:12px Inter,system-ui,sans-serif;fill:#191c22}.h{font-weight:600;text-anchor:middle}.q{fill:#5a606c}.l{stroke:#b9bcc4;stroke-dasharray:2 5}.a{stroke:#4b5563;stroke-width:1.6}.r{stroke-dasharray:6 4}.t{fill:#4b5563}.x.a{stroke:#c01f2b}.x.t{fill:#c01f2b}text.x{fill:#c01f2b;font-weight:600}";

/** The diagram as a picture that stands alone, in the colours of paper. */
export function drawPicture({ name }: Pick<Story, "name">, rows: readonly Row[]): Picture {
  const layout = layOut(rows, { width: WIDTH });
  const height = layout.headHeight + rows.length * layout.rowHeight + 24;
  const lanes = layout.lanes.map(
    ({ actor, x }) =>
      `<text class="h" x="${x}" y="28">${escapeXml(ACTOR_NAMES[actor])}</text><line class="l" x1="${x}" x2="${x}" y1="${layout.headHeight}" y2="${height}"/>`,
  );
  const drawn = rows.map((row, index) => drawRow(row, layout, { index, isFirst: row.step !== rows[index - 1]?.step }));
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${layout.width}" height="${height}" viewBox="0 0 ${layout.width} ${height}" role="img">`,
    `<title>${escapeXml(name)}</title><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>`,
    ...lanes,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
  return { svg, width: layout.width, height };
}

function drawRow(row: Row, layout: Layout, { index, isFirst }: { readonly index: number; readonly isFirst: boolean }): string {
  const y = layout.headHeight + (index + 1) * layout.rowHeight - 9;
  const { x, anchor, text } = placeLabel(row, layout);
  const tone = row.isRefused ? " x" : "";
  const number = isFirst && row.step !== null ? `<text class="q" x="12" y="${y + 3}">${row.step}</text>` : "";
  const label = (at: number): string => `<text class="${tone.trim()}" x="${x}" y="${at}" text-anchor="${anchor}">${escapeXml(text)}</text>`;
  const from = layout.xOf(row.from);
  if (row.kind === "work") return `${number}<rect class="t${tone}" x="${from - 4}" y="${y - 5}" width="8" height="8" rx="2"/>${label(y + 3)}`;
  const direction = Math.sign(layout.xOf(row.to) - from) || 1;
  const tip = layout.xOf(row.to) - direction;
  const dashed = row.kind === "response" ? " r" : "";
  return `${number}<line class="a${dashed}${tone}" x1="${from}" x2="${tip - direction * 7}" y1="${y}" y2="${y}"/><path class="t${tone}" d="M${tip} ${y}l${-direction * 9} -4.5v9z"/>${label(y - 8)}`;
}
