import { existsSync, readFileSync } from "node:fs";
import { createExplainer, type ExplainIndex } from "@irsa-sim/explain";
import { beforeAll, describe, expect, test } from "vitest";
import { createExplainIndex } from "./create-explain-index.js";

/** What real SDKs said (see its README); beside the repository, and not in it. */
const RECORDED = ["../../../../../shared", "../../../../../../shared"]
  .map((path) => new URL(`${path}/conformance/sdk-chains/recorded.json`, import.meta.url))
  .find((url) => existsSync(url));
if (RECORDED === undefined) console.warn("skipped: what real SDKs said is not beside the repository (shared/conformance/sdk-chains)");

/** Made with the command; to play all that again takes long. */
const BUILT = new URL("../../dist/explain-index.json", import.meta.url);

interface Cell {
  readonly sdk: string;
  readonly situation: string;
  readonly results: readonly { readonly ok: boolean; readonly text?: string }[];
}

/** The stub that the recordings were made with refused with these words, which are nobody's. */
const STUBS_OWN = "said no";

describe.skipIf(RECORDED === undefined)("what real SDKs said", () => {
  let explain: ReturnType<typeof createExplainer>;
  beforeAll(async () => {
    explain = createExplainer(existsSync(BUILT) ? (JSON.parse(readFileSync(BUILT, "utf8")) as ExplainIndex) : await createExplainIndex());
  }, 240_000);

  test("at least 97 of 100 texts are recognised, of every SDK most", () => {
    const cells = JSON.parse(readFileSync(RECORDED ?? "", "utf8")) as readonly Cell[];
    const texts = cells.flatMap(({ sdk, results }) => results.flatMap(({ ok, text = "" }) => (ok || text === "" || text === STUBS_OWN ? [] : [{ sdk, text }])));
    const known = texts.filter(({ text }) => explain(text).isRecognised);
    expect(known.length / texts.length).toBeGreaterThanOrEqual(0.97);
    const least = [...new Set(texts.map(({ sdk }) => sdk))].filter((sdk) => {
      const own = texts.filter((one) => one.sdk === sdk).length;
      return known.filter((one) => one.sdk === sdk).length < own * 0.7;
    });
    expect(least).toEqual([]);
  });
});
