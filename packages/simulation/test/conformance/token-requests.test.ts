/** What a real kube-apiserver answered to TokenRequests, beside ours. */
import { describe, expect, test } from "vitest";
import { isRecorded, recordedCases, recordedCluster } from "./recorded-cluster.test-support.js";

const cases = recordedCases("token-requests.json");

/** Where ours still answers otherwise, each with its reason; the list may only shrink. */
const DIFFERENT: ReadonlyMap<string, string> = new Map([["Accept YAML", "managed fields are not kept, which the recordings have in YAML alone"]]);

describe.skipIf(!isRecorded)("TokenRequests", async () => {
  const cluster = isRecorded ? await recordedCluster() : null;

  test.each(cases)("$name", async ({ name, request, response }) => {
    const ours = await cluster?.answer(request);
    if (DIFFERENT.has(name)) expect(ours).not.toEqual(response);
    else expect(ours).toEqual(response);
  });

  test("no more than one in twenty differs", () => {
    expect(DIFFERENT.size).toBeLessThanOrEqual(cases.length / 20);
  });
});
