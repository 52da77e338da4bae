import fc from "fast-check";
import { expect, test } from "vitest";
import { sessionName } from "./session-tags.js";

const ID = "11111111-2222-4333-8444-555555555555";

test("the name says cluster and pod", () => {
  expect(sessionName({ cluster: "demo", pod: "my-pod", id: ID })).toBe(`eks-demo-my-pod-${ID}`);
});

test("whatever cluster and pod are called, STS would take the name", () => {
  const names = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,98}[a-z0-9])?$/);
  fc.assert(
    fc.property(names, names, (cluster, pod) => {
      const name = sessionName({ cluster, pod, id: ID });
      expect(name).toMatch(/^[\w+=,.@-]{2,64}$/);
      expect(name.endsWith(ID)).toBe(true);
    }),
  );
});
