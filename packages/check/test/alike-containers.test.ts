/** Containers that are not alike and fail alike. */
import { expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { yaml } from "./forms/form.js";

const workload = (containers: object) => [
  {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name: "web", namespace: "shop", annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/web " } },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "web", namespace: "shop" },
    spec: { template: { metadata: {}, spec: { serviceAccountName: "web", ...containers } } },
  },
];
const MAIN = { name: "main", image: "a" };

test.each<{ readonly name: string; readonly containers: object; readonly told: readonly (readonly string[])[] }>([
  {
    name: "an init container and the main one",
    containers: { initContainers: [{ name: "first", image: "a" }], containers: [MAIN] },
    told: [["main", "first"]],
  },
  {
    name: "one that has keys of its own fails otherwise",
    containers: {
      containers: [
        MAIN,
        {
          name: "side",
          image: "a",
          env: [
            { name: "AWS_ACCESS_KEY_ID", value: "a" },
            { name: "AWS_SECRET_ACCESS_KEY", value: "b" },
          ],
        },
      ],
    },
    told: [["main"], ["side"]],
  },
])("$name", async ({ containers, told }) => {
  const { workloads } = await checkInput([yaml("all.yaml", workload(containers))]);
  expect(workloads[0]?.containers.map(({ names }) => names)).toEqual(told);
});
