import { bodyText, createTrace, epochMillis, VirtualClock } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { createMetadataAgent, SOURCE_POD_HEADER } from "./create-metadata-agent.js";

const ROLES = "/latest/meta-data/iam/security-credentials/";

/** Who answers: `node`, or the role that the agent would hand out. */
async function answer(path: string, pod: string | null): Promise<string> {
  const saying = (body: string) => async () => ({ status: 200, headers: {}, body });
  const agent = createMetadataAgent({
    node: saying("node"),
    metadataOf: (role) => saying(String(role)),
    roleExists: (name) => name === "old",
    annotationsOf: (_namespace, name) => ({ annotated: { "iam.amazonaws.com/role": "old" }, wrong: { "iam.amazonaws.com/role": "gone" } })[name] ?? {},
  });
  const headers: Record<string, string> = pod === null ? {} : { [SOURCE_POD_HEADER]: `default/${pod}` };
  const span = createTrace(new VirtualClock(epochMillis(0))).root;
  return bodyText(await agent({ method: "GET", url: `http://169.254.169.254${path}`, headers, body: "" }, span));
}

test.each([
  { name: "a pod's credentials, by its annotation", path: `${ROLES}old`, pod: "annotated", by: "old" },
  { name: "its token", path: "/latest/api/token", pod: "annotated", by: "old" },
  { name: "a role that does not exist", path: ROLES, pod: "wrong", by: "null" },
  { name: "a pod without the annotation", path: ROLES, pod: "plain", by: "null" },
  { name: "anything else", path: "/latest/meta-data/placement/region", pod: "annotated", by: "node" },
  { name: "a path that only begins alike", path: "/latest/meta-data/iam/security-credentials-2", pod: "annotated", by: "node" },
  { name: "the node itself", path: ROLES, pod: null, by: "node" },
])("$name: $by", async ({ path, pod, by }) => {
  expect(await answer(path, pod)).toBe(by);
});
