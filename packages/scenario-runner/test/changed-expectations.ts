/** A scenario's expectations with one line changed at a time. */

import { CAUSES } from "@irsa-sim/diagnosis";
import { type Document, isMap, isPair, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { catalogueFiles } from "./catalogue.js";

/** Words of which a scenario may only use known ones. */
const KNOWN: readonly (readonly string[])[] = [CAUSES.map(({ id }) => id)];

/** A scenario file in which one line of an expectation says something else. */
export interface ChangedExpectation {
  /** Where it is changed, such as `expect.error.code`, `timeline.3.expect.outcome`, `fix.expect.outcome`, `matrix.include.0.expect.step`. */
  readonly path: string;
  readonly text: string;
}

/** Changes each scalar of a scenario's expectations, at its end, in between, after its fix and of its cells, to another value that is valid there. */
export function changedExpectations(folder: string): readonly ChangedExpectation[] {
  const source = catalogueFiles().read(folder, "scenario.yaml") ?? "";
  const document = parseDocument(source);
  const places: readonly Path[] = [
    ["expect"],
    ...itemsAt(document, ["timeline"]).map((path) => [...path, "expect"]),
    ["fix", "expect"],
    ...itemsAt(document, ["matrix", "include"]).map((path) => [...path, "expect"]),
  ];
  return (
    places
      .flatMap((path) => leavesAt(document, path))
      // There is no other cluster that would be known in any scenario; one that is not is a fault of the file.
      .filter(({ path }) => path.at(-1) !== "cluster")
      .map(({ path, value }) => {
        const changed = parseDocument(source);
        changed.setIn(path, otherThan(value, String(path.at(-1))));
        return { path: path.join("."), text: String(changed) };
      })
  );
}

type Path = readonly (string | number)[];

function itemsAt(document: Document, path: Path): readonly Path[] {
  const list = document.getIn(path);
  return isSeq(list) ? list.items.map((_, index) => [...path, index]) : [];
}

function leavesAt(document: Document, path: Path): ReturnType<typeof leaves> {
  const node = document.getIn(path);
  return isMap(node) ? leaves(node, path) : [];
}

function leaves(node: YAMLMap | YAMLSeq, above: Path): readonly { readonly path: Path; readonly value: unknown }[] {
  return node.items.flatMap((item, index) => {
    const [key, value] = isPair(item) ? [String((item.key as Scalar).value), item.value] : [index, item];
    const path = [...above, key];
    if (isMap(value) || isSeq(value)) return leaves(value, path);
    return isScalar(value) ? [{ path, value: value.value }] : [];
  });
}

function otherThan(value: unknown, key: string): string | number | boolean {
  if (key === "running") return value !== true;
  if (value === "refused") return "succeeded";
  if (value === "succeeded") return "refused";
  if (typeof value === "number") return value === 9 ? 8 : value + 1;
  if (String(value).startsWith("arn:")) return `${String(value)}x`;
  // A cause or a name that nobody knows is refused before anything runs; another that is known is missed.
  const known = KNOWN.find((names) => names.includes(String(value)))?.find((name) => name !== value);
  return known ?? `not ${String(value)}`;
}
