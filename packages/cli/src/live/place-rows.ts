import type { EndpointName, LiveSimulation } from "@irsa-sim/live";
import { labelled, type Palette } from "@irsa-sim/trace-views";

/** Where something is reached, and where its files are. */
export interface Places {
  readonly endpoints: LiveSimulation["endpoints"];
  readonly controlUrl: string;
  /** Whether the page is served there too. */
  readonly hasPage: boolean;
  readonly folder: { readonly path: string; readonly isTemporary: boolean };
}

/** What a banner is drawn with: columns, and colours. */
export interface BannerStyle {
  readonly width: number;
  readonly palette: Palette;
}

const COLUMN = 22;

/** A line of a banner's first part: a label and its value. */
export function bannerRow(label: string, value: string, { width }: BannerStyle): readonly string[] {
  return labelled(label, value, { indent: 1, column: COLUMN, width });
}

/** A line that somebody can type, and why. */
export function commandRow(command: string, why: string, { width, palette }: BannerStyle): readonly string[] {
  return labelled(palette.accent(command), palette.quiet(why), { indent: 3, column: 64, width });
}

/** A line for each endpoint in the order of its names, then control, page and files. */
export function placeRows(
  { endpoints, controlUrl, hasPage, folder }: Places,
  names: readonly (readonly [string, EndpointName])[],
  style: BannerStyle,
): readonly string[] {
  return [
    ...names.flatMap(([label, name]) => bannerRow(label, endpoints[name].url, style)),
    ...bannerRow("control", `${controlUrl}/`, style),
    ...(hasPage ? bannerRow("page", `${controlUrl}/ui`, style) : []),
    ...bannerRow("files", `${folder.path}${folder.isTemporary ? style.palette.quiet("  gone at the end; --state keeps one") : ""}`, style),
  ];
}
