/** The catalogue covers the failures that people really meet: each row of the sheet that can be reproduced has a cause and a scenario. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const SHEET = fileURLToPath(new URL("../../shared/reference/failures.md", import.meta.url));
const SCENARIOS = fileURLToPath(new URL("../scenarios/", import.meta.url));
const CAUSES = fileURLToPath(new URL("../packages/diagnosis/src/causes/", import.meta.url));

interface Row {
  readonly rank: number;
  readonly id: string;
  /** `yes`, `partly` or `no`. */
  readonly reproducible: string;
}

/** The rows of the table in section 1.1: `| 1 | A | `id` | … | yes. Needs: … |`. */
function readRows(): readonly Row[] {
  const lines = readFileSync(SHEET, "utf8").split("\n");
  return lines.flatMap((line) => {
    const [, rank = "", id = ""] = /^\| (\d+) \| [A-D] \| `([a-z0-9-]+)` \|/.exec(line) ?? [];
    const [, reproducible = ""] = / \| (yes|partly|no)\b[^|]*\|$/.exec(line) ?? [];
    return rank === "" ? [] : [{ rank: Number(rank), id, reproducible }];
  });
}

interface Expected {
  readonly cause?: string;
  readonly warnings?: readonly string[];
}

function scenarioNames(): readonly string[] {
  return readdirSync(SCENARIOS, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** Ids of causes that some scenario expects: at its end, in between or for a cell of its matrix. */
function expectedCauses(): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { cause, warnings } = value as Expected;
    if (typeof cause === "string") found.add(cause);
    if (Array.isArray(warnings)) for (const warning of warnings) found.add(String(warning));
    for (const member of Object.values(value)) collect(member);
  };
  for (const name of scenarioNames()) collect(parse(readFileSync(`${SCENARIOS}${name}/scenario.yaml`, "utf8")));
  return found;
}

const isPresent = existsSync(SHEET);
if (!isPresent) console.log("skipped: the sheet of failures is not beside this repository (../shared/reference/failures.md)");

describe.skipIf(!isPresent)("each failure that can be reproduced", () => {
  const rows = isPresent ? readRows() : [];
  const reproducible = rows.filter((row) => row.reproducible !== "no");

  test("the sheet is read whole", () => {
    expect([rows.length, reproducible.length]).toEqual([70, 69]);
    expect(rows.map(({ rank }) => rank)).toEqual(Array.from({ length: 70 }, (_, index) => index + 1));
  });

  test("has a cause of its name", () => {
    expect(reproducible.map(({ id }) => id).filter((id) => !existsSync(`${CAUSES}${id}.ts`))).toEqual([]);
  });

  test("has a scenario that expects its cause", () => {
    const expected = expectedCauses();
    expect(reproducible.map(({ id }) => id).filter((id) => !expected.has(id))).toEqual([]);
  });
});

test("the catalogue is as large as it was promised: 80 scenarios, 60 causes", () => {
  expect(scenarioNames().length).toBeGreaterThanOrEqual(80);
  expect(expectedCauses().size).toBeGreaterThanOrEqual(60);
});
