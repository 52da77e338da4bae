import { describe, expect, test } from "vitest";
import { createTestCluster } from "../cluster.test-support.js";
import { AGGREGATED } from "./describe-api.js";

interface Aggregated {
  readonly items: readonly {
    readonly metadata: { readonly name?: string };
    readonly versions: readonly { readonly resources: readonly { readonly resource: string }[] }[];
  }[];
}

const { send } = createTestCluster();
const get = async (path: string, accept?: string) => send({ path, ...(accept !== undefined && { accept }) });

describe("all groups at once", () => {
  test.each([
    { path: "/api", groups: [undefined], resource: "serviceaccounts" },
    {
      path: "/apis",
      groups: ["apps", "batch", "rbac.authorization.k8s.io", "admissionregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io"],
      resource: "deployments",
    },
  ])("$path", async ({ path, groups, resource }) => {
    const { body, response } = await get(path, `${AGGREGATED},application/json`);
    expect(response.headers["content-type"]).toBe(AGGREGATED);
    const { items } = body as unknown as Aggregated;
    expect(items.map(({ metadata }) => metadata.name)).toEqual(groups);
    expect(items[0]?.versions[0]?.resources.map((one) => one.resource)).toContain(resource);
  });
});

describe("group by group", () => {
  test("the names of groups", async () => {
    expect((await get("/api", "application/json")).body).toMatchObject({ kind: "APIVersions", versions: ["v1"] });
    const { body } = await get("/apis", "application/json");
    expect(body).toMatchObject({ kind: "APIGroupList", groups: expect.arrayContaining([expect.objectContaining({ name: "apps" })]) });
    expect((await get("/apis/apps")).body).toMatchObject({ kind: "APIGroup", name: "apps", preferredVersion: { groupVersion: "apps/v1" } });
  });

  test("a version's resources, with their parts", async () => {
    const { body } = await get("/api/v1");
    const { resources } = body as unknown as { readonly resources: readonly { readonly name: string }[] };
    expect(body).toMatchObject({ kind: "APIResourceList", groupVersion: "v1" });
    expect(resources).toContainEqual({
      name: "serviceaccounts/token",
      singularName: "",
      namespaced: true,
      group: "authentication.k8s.io",
      version: "v1",
      kind: "TokenRequest",
      verbs: ["create"],
    });
    expect(resources.find(({ name }) => name === "pods")).toMatchObject({ singularName: "pod", shortNames: ["po"], categories: ["all"] });
  });
});

test("the version is told to everybody, the rest to who is known", async () => {
  expect((await send({ path: "/version", token: null })).body).toMatchObject({ major: "1", minor: "36" });
  const { body } = await send({ path: "/api", token: null });
  expect(body).toMatchObject({ code: 403, message: 'forbidden: User "system:anonymous" cannot get path "/api"' });
  expect((await send({ path: "/api", token: "guest-token" })).status).toBe(200);
});

describe("OpenAPI", () => {
  test("the list names a document for each version, and each is there", async () => {
    const { body } = await get("/openapi/v3");
    const { paths } = body as unknown as { readonly paths: Readonly<Record<string, { readonly serverRelativeURL: string }>> };
    expect(Object.keys(paths)).toContain("apis/apps/v1");
    for (const { serverRelativeURL } of Object.values(paths)) expect((await get(serverRelativeURL)).status).toBe(200);
  });

  test("every reference leads to a schema", async () => {
    const { text, body } = await get("/openapi/v3/apis/apps/v1");
    const { schemas } = body.components as unknown as { readonly schemas: object };
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(100);
    expect(references.filter((name) => !Object.hasOwn(schemas, name ?? ""))).toEqual([]);
  });

  test("a schema says how its lists are merged, and a path that fields are validated", async () => {
    const { body } = await get("/openapi/v3/api/v1");
    expect(body).toMatchObject({
      components: {
        schemas: {
          "v1.PodSpec": {
            required: ["containers"],
            properties: {
              containers: { type: "array", "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"], "x-kubernetes-patch-merge-key": "name" },
            },
          },
          "v1.Pod": { "x-kubernetes-group-version-kind": [{ group: "", kind: "Pod", version: "v1" }] },
        },
      },
      paths: {
        "/api/v1/namespaces/{namespace}/pods/{name}": { patch: { parameters: expect.arrayContaining([expect.objectContaining({ name: "fieldValidation" })]) } },
      },
    });
  });

  test("nothing else is there", async () => {
    expect((await get("/openapi/v3/apis/nope/v1")).status).toBe(404);
  });
});
