import { expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

test.each([
  { name: "with the old key beside it, when nothing is said", written: "{}", noted: { publish: true, keepOld: true } },
  { name: "as it is written", written: "{ publish: false, keepOld: false }", noted: { publish: false, keepOld: false } },
])("the key is rotated $name", async ({ written, noted }) => {
  const { note } = await playTimeline([`rotate-issuer-key: ${written}`]);
  const rotated = note("oidc-issuer.key-rotated") as { readonly from: string; readonly to: string };
  expect(rotated).toMatchObject(noted);
  expect(rotated.to).not.toBe(rotated.from);
});
