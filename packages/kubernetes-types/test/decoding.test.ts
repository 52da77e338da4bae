/** What the real packages (apimachinery 0.36.3 and its reader of JSON) made of bodies, beside ours; `scripts/kubernetes-types` made the recording. */
import type { JsonObject } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { BodyError, decodeObject, encodeObject } from "../src/index.js";
import RECORDED from "./recorded.json" with { type: "json" };

interface Recorded {
  readonly kind: string;
  readonly group?: string;
  readonly yaml?: boolean;
  readonly body: string;
  readonly actual?: string;
  readonly error?: string;
  readonly strict?: boolean;
  readonly object?: JsonObject;
}

/** The words of a reader of YAML are its own. */
const isTold = ({ yaml, error }: Recorded): boolean => yaml !== true || error === undefined || !error.startsWith("yaml:");
/** Another kind that the scheme knows is read as what it says; an API server refuses it all the same. */
const isOfOneKind = ({ actual, error, kind }: Recorded): boolean => error !== undefined || actual?.split("/").at(-1) === kind;

const rows = (RECORDED as readonly Recorded[]).filter((row) => isTold(row) && isOfOneKind(row));

test.each(rows)("$kind $body", (row) => {
  const { kind, group = "", yaml = false, body, error, object } = row;
  const read = readAs({ kind, group, mediaType: yaml ? "application/yaml" : "application/json" }, body);
  expect(read.error).toBe(error);
  if (object !== undefined) expect(JSON.parse(JSON.stringify(read.object))).toEqual(object);
});

test("most of the recording is compared", () => {
  expect(rows.length).toBeGreaterThan(RECORDED.length * 0.95);
});

function readAs(
  { kind, group, mediaType }: { readonly kind: string; readonly group: string; readonly mediaType: "application/json" | "application/yaml" },
  body: string,
) {
  try {
    const decoded = decodeObject(body, { expected: { kind, group, version: "v1" }, mediaType });
    const error = decoded.problems.length === 0 ? undefined : `strict decoding error: ${decoded.problems.join(", ")}`;
    return { error, object: encodeObject(`v1.${kind}`, decoded.object) };
  } catch (error) {
    if (!(error instanceof BodyError)) throw error;
    return { error: error.message, object: undefined };
  }
}
