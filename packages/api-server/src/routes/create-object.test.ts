import { expect, test } from "vitest";
import { createTestCluster } from "../cluster.test-support.js";

test("a namespace is labelled with its name, beside its own labels", async () => {
  const body = { metadata: { name: "team", labels: { a: "b", "kubernetes.io/metadata.name": "wrong" } } };
  const created = await createTestCluster().send({ method: "POST", path: "/api/v1/namespaces", body });
  expect(created).toMatchObject({ status: 201, body: { metadata: { labels: { a: "b", "kubernetes.io/metadata.name": "team" } } } });
});

test.each([
  { method: "GET", path: "/healthz", token: null, status: 200, text: "ok" },
  { method: "GET", path: "/livez", token: null, status: 200, text: "ok" },
  { method: "GET", path: "/readyz", token: null, status: 200, text: "ok" },
  { method: "POST", path: "/healthz", token: "admin-token", status: 404, text: "404 page not found\n" },
])("$method $path: $status", async ({ status, text, ...request }) => {
  expect(await createTestCluster().send(request)).toMatchObject({ status, text });
});
