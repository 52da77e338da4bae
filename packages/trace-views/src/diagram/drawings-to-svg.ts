import { escapeXml } from "./escape-xml.js";
import type { RunDrawing } from "./run-drawing.js";

const HEAD_HEIGHT = 44;

/** Several runs as one picture, below each other, each headed by its name; one alone needs no head. */
export function drawingsToSvg(drawings: readonly RunDrawing[]): string {
  const [first] = drawings;
  if (first !== undefined && drawings.length === 1) return first.picture.svg;
  let height = 0;
  const parts = drawings.map(({ name, title, picture }) => {
    const head = `<text x="12" y="${height + 30}" style="font:600 15px Inter,system-ui,sans-serif">${escapeXml(`${name} · ${title}`)}</text>`;
    const moved = `<g transform="translate(0 ${height + HEAD_HEIGHT})">\n${picture.svg.trimEnd()}\n</g>`;
    height += HEAD_HEIGHT + picture.height;
    return `${head}\n${moved}`;
  });
  const width = Math.max(1, ...drawings.map(({ picture }) => picture.width));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>irsa-sim test</title><rect width="100%" height="100%" fill="#fff"/>',
    ...parts,
    "</svg>",
    "",
  ].join("\n");
}
