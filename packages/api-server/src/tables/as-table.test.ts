import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { createTestCluster, pod } from "../cluster.test-support.js";

const TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
const PODS = "/api/v1/namespaces/default/pods";

interface Table {
  readonly columnDefinitions: readonly { readonly name: string; readonly priority: number }[];
  readonly rows: readonly { readonly cells: readonly unknown[]; readonly object: JsonObject | null }[];
}

/** The names of columns for the narrow form, and their cells. */
function narrow(body: JsonObject): { readonly columns: readonly string[]; readonly rows: readonly (readonly unknown[])[] } {
  const { columnDefinitions, rows } = body as unknown as Table;
  const isShown = (_: unknown, index: number): boolean => columnDefinitions[index]?.priority === 0;
  return { columns: columnDefinitions.filter(isShown).map(({ name }) => name), rows: rows.map(({ cells }) => cells.filter(isShown)) };
}

const workload = (kind: string, apiVersion: string, spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  ...{ kind, apiVersion, metadata: { name: "w" }, status },
  spec: {
    selector: { matchLabels: { app: "w" } },
    template: { metadata: { labels: { app: "w" } }, spec: { containers: [{ name: "c", image: "i" }] } },
    ...spec,
  },
});

test.each<{ object: JsonObject; path: string; columns: readonly string[]; row: readonly unknown[] }>([
  { object: pod("w"), path: PODS, columns: ["Name", "Ready", "Status", "Restarts", "Age"], row: ["w", "0/1", "Pending", "0", "2m"] },
  {
    object: { kind: "ServiceAccount", apiVersion: "v1", metadata: { name: "w" } },
    path: "/api/v1/namespaces/default/serviceaccounts",
    columns: ["Name", "Age"],
    row: ["w", "2m"],
  },
  {
    object: { kind: "Namespace", apiVersion: "v1", metadata: { name: "w" } },
    path: "/api/v1/namespaces",
    columns: ["Name", "Status", "Age"],
    row: ["w", "Active", "2m"],
  },
  {
    object: { kind: "ConfigMap", apiVersion: "v1", metadata: { name: "w" }, data: { a: "1", b: "2" } },
    path: "/api/v1/namespaces/default/configmaps",
    columns: ["Name", "Data", "Age"],
    row: ["w", 2, "2m"],
  },
  {
    object: { kind: "Secret", apiVersion: "v1", metadata: { name: "w" }, stringData: { a: "1" } },
    path: "/api/v1/namespaces/default/secrets",
    columns: ["Name", "Type", "Data", "Age"],
    row: ["w", "Opaque", 1, "2m"],
  },
  {
    object: workload("Deployment", "apps/v1", { replicas: 3 }, { readyReplicas: 2, updatedReplicas: 3, availableReplicas: 1 }),
    path: "/apis/apps/v1/namespaces/default/deployments",
    columns: ["Name", "Ready", "Up-to-date", "Available", "Age"],
    row: ["w", "2/3", 3, 1, "2m"],
  },
  {
    object: workload("DaemonSet", "apps/v1", {}),
    path: "/apis/apps/v1/namespaces/default/daemonsets",
    columns: ["Name", "Desired", "Current", "Ready", "Up-to-date", "Available", "Node Selector", "Age"],
    row: ["w", 0, 0, 0, 0, 0, "<none>", "2m"],
  },
  {
    object: workload("Job", "batch/v1", { completions: 2 }, { succeeded: 1 }),
    path: "/apis/batch/v1/namespaces/default/jobs",
    columns: ["Name", "Status", "Completions", "Duration", "Age"],
    row: ["w", "Running", "1/2", "", "2m"],
  },
  {
    object: { kind: "ClusterRole", apiVersion: "rbac.authorization.k8s.io/v1", metadata: { name: "w" }, rules: [] },
    path: "/apis/rbac.authorization.k8s.io/v1/clusterroles",
    columns: ["Name", "Created At"],
    row: ["w", "2026-01-05T09:00:00Z"],
  },
])("$object.kind", async ({ object, path, columns, row }) => {
  const { send, clock } = createTestCluster();
  expect((await send({ method: "POST", path, body: object })).status).toBe(201);
  await clock.advanceBy(120_000);
  const { body } = await send({ path: `${path}/w`, accept: TABLE });
  expect(narrow(body)).toEqual({ columns, rows: [row] });
});

describe("what a row holds of its object", () => {
  test.each([
    { query: "", kind: "PartialObjectMetadata" },
    { query: "?includeObject=Metadata", kind: "PartialObjectMetadata" },
    { query: "?includeObject=Object", kind: "Node" },
    { query: "?includeObject=None", kind: undefined },
  ])("$query", async ({ query, kind }) => {
    const { body } = await createTestCluster().send({ path: `/api/v1/nodes${query}`, accept: TABLE });
    expect((body as unknown as Table).rows[0]?.object?.kind).toBe(kind);
  });
});

test("a refusal stays as it is", async () => {
  const { body } = await createTestCluster().send({ path: `${PODS}/nope`, accept: TABLE });
  expect(body).toMatchObject({ kind: "Status", reason: "NotFound" });
});

test("a watch tells each change as a table of one row", async () => {
  const { send, sendNow, clock } = createTestCluster();
  await send({ method: "POST", path: PODS, body: pod("w") });
  const { text } = await clock.run(() => sendNow({ path: `${PODS}?watch=1`, accept: TABLE }));
  const [line = ""] = text.split("\n");
  expect(JSON.parse(line)).toMatchObject({ type: "ADDED", object: { kind: "Table", rows: [{ cells: expect.arrayContaining(["w", "Pending"]) }] } });
});
