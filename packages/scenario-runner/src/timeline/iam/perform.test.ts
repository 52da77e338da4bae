import type { TraceEvent } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";

const PROVIDER = "https://oidc.example.com";

describe("what somebody with the aws command line sends", () => {
  test.each<{ readonly name: string; readonly change: string; readonly calls: readonly string[] }>([
    { name: "a new role", change: "{ role: r }", calls: ["GetRole", "CreateRole"] },
    { name: "a policy of a role that is there", change: "{ role: my-pod-role, policies: { p: {} } }", calls: ["GetRole", "PutRolePolicy"] },
    { name: "a policy that goes", change: "{ role: my-pod-role, policies: { read-my-bucket: null } }", calls: ["GetRole", "DeleteRolePolicy"] },
    {
      name: "a role that goes, after its policies",
      change: "{ role: my-pod-role, delete: true }",
      calls: ["ListRolePolicies", "DeleteRolePolicy", "DeleteRole"],
    },
    {
      name: "a provider, in place of what was there",
      change: `{ oidcProvider: "${PROVIDER}", clientIds: [a] }`,
      calls: ["DeleteOpenIDConnectProvider", "CreateOpenIDConnectProvider"],
    },
    { name: "a provider that goes", change: `{ oidcProvider: "${PROVIDER}", delete: true }`, calls: ["DeleteOpenIDConnectProvider"] },
  ])("$name", async ({ change, calls }) => {
    const { events } = await playTimeline([`iam: ${change}`]);
    const begun = events.find((event) => event.kind === "span" && event.name.startsWith("Change "));
    const sent = events.flatMap((event) => (event.kind === "exchange" && event.to === "iam" && event.seq > (begun as TraceEvent).seq ? [event.name] : []));
    expect(sent).toEqual(calls);
  });
});

test("what IAM says against it ends the run", async () => {
  const { failure } = await playTimeline(["iam: { role: nobody, delete: true }"]);
  expect(failure).toMatchObject({ code: "NoSuchEntity", status: 404 });
});
