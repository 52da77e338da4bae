/** What to beware of, where it stands, and when it breaks; and nothing where all is as it should be. */
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";

const [FORM] = FORMS;
const files = (change: (text: string) => string) =>
  (FORM.write(WORKING) ?? []).map((input) => (input.file === "app.yaml" ? { ...input, text: change(input.text) } : input));
const CONTAINERS = "      containers:";
const MOUNT = `      volumes: [{ name: t, projected: { sources: [{ serviceAccountToken: { audience: sts.amazonaws.com, path: token } }] } }]\n${CONTAINERS}`;

test.each(FORMS)("nothing is unwise in a world that works: $name", async ({ write }) => {
  expect((await checkInput(write(WORKING) ?? [])).warnings).toEqual([]);
});

describe("beware", () => {
  test.each([
    {
      name: "of a token that is mounted by subPath",
      change: (text: string) =>
        text
          .replace(CONTAINERS, MOUNT)
          .replace("image: example.com/app:1", "image: example.com/app:1\n          volumeMounts: [{ name: t, mountPath: /t, subPath: token }]"),
      warning: { cause: "token-swap-race", breaksAt: "rotation", file: "app.yaml", line: 20, column: 61 },
    },
    {
      name: "of containers that are skipped",
      change: (text: string) => text.replace("      labels:", "      annotations: { eks.amazonaws.com/skip-containers: other }\n      labels:"),
      warning: { cause: "container-not-covered", breaksAt: "never", line: 12 },
    },
    {
      name: "of the node's role on the node's network",
      change: (text: string) => text.replace(CONTAINERS, `      hostNetwork: true\n${CONTAINERS}`),
      warning: { cause: "fallback-hides-failure", breaksAt: "never", workload: "Deployment billing/payments" },
    },
  ])("$name", async ({ change, warning }) => {
    const { verdict, warnings } = await checkInput(files(change));
    expect([verdict, warnings]).toEqual(["works", [expect.objectContaining(warning)]]);
  });
});
