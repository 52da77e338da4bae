/** What a real kube-apiserver made of new pods, beside ours; each in a cluster of its own. */
import { describe, expect, test } from "vitest";
import { isRecorded, type RecordedCase, recordedCases, recordedCluster } from "./recorded-cluster.test-support.js";

describe.skipIf(!isRecorded).each(["pods-refused.json", "pods-stored.json"])("%s", (file) => {
  test.each(recordedCases(file))("$name", async ({ request, response }) => {
    const cluster = await recordedCluster();
    expect(withoutGeneratedName(await cluster.answer(request), request)).toEqual(withoutGeneratedName(response, request));
  });
});

/** A name that the server makes ends in five characters of chance. */
function withoutGeneratedName(answer: unknown, { body }: RecordedCase["request"]): unknown {
  const { metadata } = (typeof body === "object" ? body : {}) as { readonly metadata?: { readonly generateName?: string } };
  const text = JSON.stringify(answer);
  return JSON.parse(metadata?.generateName === undefined ? text : text.replaceAll(new RegExp(`${metadata.generateName}[b-z2-9]{5}`, "g"), "<generated>"));
}
