import { createRunStory } from "@irsa-sim/story";
import { listRows, type Row, runToMarkdown, toMermaid, toSvg } from "@irsa-sim/trace-views";
import { XMLValidator } from "fast-xml-parser";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { readScenarios } from "../../test/read-scenarios.js";
import { DEFAULT_CONDITIONS } from "../play/conditions.js";
import { playScenario } from "../play/play-scenario.js";
import { scenarioFiles } from "./scenario-files.js";
import { toZip } from "./to-zip.js";

const TEXTS = readScenarios(["basic", "trust-sub-mismatch"]);
const FILES = Object.fromEntries(TEXTS);
const OPEN = { folder: "scenarios/trust-sub-mismatch", cell: null, isFixed: false, edits: new Map<string, string>() };

describe("a run as text and picture", () => {
  let run: ReturnType<typeof createRunStory>;
  let rows: readonly Row[];
  beforeAll(async () => {
    const outcome = await playScenario(TEXTS, OPEN, DEFAULT_CONDITIONS);
    if (outcome.kind !== "played") throw new Error("a scenario that ships cannot be played");
    run = createRunStory(outcome.report);
    rows = listRows(run.main);
  });

  test("Markdown has the answer before the steps", () => {
    const text = runToMarkdown(run, run.main, rows);
    expect(text.slice(0, text.indexOf("| step |"))).toContain("**403 AccessDenied**");
    expect(text).toContain("- expected `system:serviceaccount:prod:my-service-account`");
    expect(text).toContain("| 7 | STS validates the token with the OIDC provider, then asks the trust policy | ✕ trust policy |");
  });

  test("Mermaid crosses the arrow that was refused", () => {
    expect(toMermaid(rows)).toContain("  sts_lane--xsdk_lane: 403 AccessDenied\n");
    expect(toMermaid(rows)).toContain("  participant sdk_lane as App · SDK\n");
  });

  test("SVG is well-formed, and hostile labels stay text in all three", () => {
    const hostile = rows.map((row) => ({ ...row, label: '</text><script>alert("1")</script>\u0007; end\nnote' }));
    expect(XMLValidator.validate(toSvg(run.main, hostile))).toBe(true);
    expect(toSvg(run.main, hostile)).not.toContain("<script");
    expect(toMermaid(hostile).split("\n")).toHaveLength(toMermaid(rows).split("\n").length);
    expect(toMermaid(hostile)).not.toMatch(/<|\p{Cc}(?<!\n)/u);
  });
});

describe("the scenario's files", () => {
  test("a base that was not edited stays a name", () => {
    expect([...scenarioFiles(FILES, OPEN).keys()]).toEqual(["trust-sub-mismatch/scenario.yaml"]);
  });

  test("a base that was edited goes along, and is named as a folder", () => {
    const edits = new Map([["scenarios/basic/pod.yaml", "kind: Pod # mine\n"]]);
    const saved = scenarioFiles(FILES, { ...OPEN, edits });
    expect(saved.get("basic/pod.yaml")).toBe("kind: Pod # mine\n");
    expect(saved.get("trust-sub-mismatch/scenario.yaml")).toContain("\nbase: ../basic\n");
  });

  test("the zip has them, with the same bytes each time", () => {
    const files = scenarioFiles(FILES, OPEN);
    const unzipped = unzipSync(toZip(files));
    expect(new TextDecoder().decode(unzipped["trust-sub-mismatch/scenario.yaml"])).toBe(files.get("trust-sub-mismatch/scenario.yaml"));
    expect(toZip(files)).toEqual(toZip(files));
  });
});
