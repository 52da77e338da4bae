/** The webhook hears of service accounts by a watch; one that is cut off hears of nothing, and of everything again afterwards. */
import { describe, expect, test } from "vitest";
import { playVariant } from "./catalogue.js";

const ROLE = "arn:aws:iam::111122223333:role/my-pod-role";
const CUT = "  - fault: { unreachable: { host: kubernetes.default.svc, from: control-plane, for: 10m } }";
const APPLY_ACCOUNT = "  - apply: [service-account.yaml]";
const APPLY_POD = "  - apply: [pod.yaml]";

/** The role that each pod was created with, in order of creation; `null` for none. */
async function rolesOfPods(lines: readonly string[]): Promise<readonly (string | null)[]> {
  const { events, failure } = await playVariant(`timeline:\n${lines.join("\n")}`);
  expect(failure).toBeNull();
  return events.flatMap((event) => {
    const isNewPod = event.kind === "change" && event.what === "Pod default/my-pod" && event.step === 1 && event.after !== null;
    return isNewPod ? [/"AWS_ROLE_ARN","value":"([^"]+)"/.exec(JSON.stringify(event.after))?.[1] ?? null] : [];
  });
}

describe("with the API server out of the control plane's reach for ten minutes", () => {
  test.each<{ readonly name: string; readonly lines: readonly string[]; readonly roles: readonly (string | null)[] }>([
    {
      name: "a service account made meanwhile is known to no webhook after 5 minutes, and known after 11",
      lines: [CUT, APPLY_ACCOUNT, "  - advance: 5m", APPLY_POD, "  - delete: { pod: my-pod }", "  - advance: 6m", APPLY_POD],
      roles: [null, ROLE],
    },
    {
      name: "one that was known before stays known",
      lines: [APPLY_ACCOUNT, CUT, "  - advance: 5m", APPLY_POD, "  - delete: { pod: my-pod }", "  - advance: 6m", APPLY_POD],
      roles: [ROLE, ROLE],
    },
    {
      name: "the watch that was under way goes on afterwards, and not only the list that makes up for it",
      lines: [CUT, "  - advance: 11m", APPLY_ACCOUNT, APPLY_POD],
      roles: [ROLE],
    },
  ])("$name", async ({ lines, roles }) => {
    expect(await rolesOfPods(lines)).toEqual(roles);
  });
});
