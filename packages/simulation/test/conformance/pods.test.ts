/** What a real kube-apiserver made of new pods, beside ours; each in a cluster of its own. */
import { describe, expect, test } from "vitest";
import { withoutGeneratedName } from "./described.test-support.js";
import { isRecorded, recordedCases, recordedCluster } from "./recorded-cluster.test-support.js";

describe.skipIf(!isRecorded).each(["pods-refused.json", "pods-stored.json"])("%s", (file) => {
  test.each(recordedCases(file))("$name", async ({ request, response }) => {
    const cluster = await recordedCluster();
    expect(withoutGeneratedName(await cluster.answer(request), request)).toEqual(withoutGeneratedName(response, request));
  });
});
