import { type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Faults } from "./faults.js";

/**
 * A text that stands in a kubeconfig as base64 under `NAME-data`, which counts, or in a file that is named under `NAME`.
 *
 * @returns `null` without either, and where there is a fault
 */
export function readData(entry: LocatedNode, name: string, { problems, readBeside }: Faults): string | null {
  const data = memberOf(entry, `${name}-data`);
  const encoded = textOf(data);
  if (data !== null && encoded !== "") {
    const decoded = encoded === null ? null : decodeBase64(encoded);
    if (decoded === null) problems.add(data.place, { message: `${name}-data cannot be read`, expected: "base64 of PEM", actual: "something else" });
    return decoded;
  }
  const file = memberOf(entry, name);
  const path = textOf(file);
  if (file === null || path === null || path === "") return null;
  const text = readBeside(file.place.file, path);
  if (text === null) problems.add(file.place, { message: `${name} cannot be read`, expected: "a file that is there", actual: path });
  return text;
}

function decodeBase64(encoded: string): string | null {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(encoded)) return null;
  return Buffer.from(encoded, "base64").toString("utf8");
}
