import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const FOLDER = fileURLToPath(new URL("../../../docs/departures/", import.meta.url));

/** The files of docs/departures in order: who notices, and rows of `what`, `real`, `here`, whether it is `unconfirmed`, and the `sources` that say so. */
export function readDepartures() {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => ({ file, ...parse(readFileSync(FOLDER + file, "utf8")) }));
}
