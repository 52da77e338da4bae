// What differs from the real thing, by who notices it.
import { readDepartures } from "./read-departures.mjs";

/** One table for each kind of reader. */
export function departureTables() {
  return readDepartures()
    .map(({ who, rows }) => `## ${who}\n\n| | the real thing | here |\n| --- | --- | --- |\n${rows.map(line).join("\n")}\n`)
    .join("\n");
}

function line({ what, real, here, unconfirmed = false }) {
  return `| ${unconfirmed ? "**?** " : ""}${what} | ${real} | ${here} |`;
}
