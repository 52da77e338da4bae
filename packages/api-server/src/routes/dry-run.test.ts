import { describe, expect, test } from "vitest";
import { answering, createTestCluster, pod, registration } from "../cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const ACCOUNT = "/api/v1/namespaces/default/serviceaccounts/default";

describe("a dry run decides everything and keeps nothing", () => {
  test.each([
    { name: "create", request: { method: "POST", path: `${PODS}?dryRun=All`, body: pod("p") }, status: 201 },
    { name: "replace", request: { method: "PUT", path: `${ACCOUNT}?dryRun=All`, body: { metadata: { name: "default", labels: { a: "b" } } } }, status: 200 },
    {
      name: "patch",
      request: { method: "PATCH", path: `${ACCOUNT}?dryRun=All`, contentType: "application/merge-patch+json", body: { metadata: { labels: { a: "b" } } } },
      status: 200,
    },
    { name: "delete", request: { method: "DELETE", path: `${ACCOUNT}?dryRun=All` }, status: 200 },
    {
      name: "delete, as the body says",
      request: { method: "DELETE", path: ACCOUNT, body: { kind: "DeleteOptions", apiVersion: "v1", dryRun: ["All"] } },
      status: 200,
    },
    { name: "create of a namespace", request: { method: "POST", path: "/api/v1/namespaces?dryRun=All", body: { metadata: { name: "n" } } }, status: 201 },
  ])("$name", async ({ request, status }) => {
    const { send, changes, sendNow, clock } = createTestCluster();
    const all = async () => (await send({ path: "/api/v1/serviceaccounts" })).text + (await send({ path: "/api/v1/pods" })).text;
    const before = await all();
    const { status: found, body } = await clock.run(() => sendNow(request));
    expect([found, body.code]).toEqual([status, undefined]);
    expect(await all()).toBe(before);
    expect(changes()).toEqual([]);
  });

  test("what would be refused is refused", async () => {
    const { status, body } = await createTestCluster().send({ method: "POST", path: `${PODS}?dryRun=All`, body: pod("p", { containers: [] }) });
    expect([status, body.reason]).toEqual([422, "Invalid"]);
  });

  test("webhooks are told", async () => {
    const { send, serve, exchanges } = createTestCluster();
    serve("hook", answering({ allowed: true }));
    await send({ method: "POST", path: "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", body: registration("hook") });
    await send({ method: "POST", path: `${PODS}?dryRun=All`, body: pod("p") });
    const [review] = exchanges("AdmissionReview");
    expect(JSON.parse(String(review?.request.body))).toMatchObject({ request: { dryRun: true } });
  });
});

test("another value is refused", async () => {
  const { body } = await createTestCluster().send({ method: "POST", path: `${PODS}?dryRun=Some`, body: pod("p") });
  expect(body).toMatchObject({ code: 422, message: 'CreateOptions.meta.k8s.io "" is invalid: dryRun: Unsupported value: ["Some"]: supported values: "All"' });
});

describe("a deletion with preconditions", () => {
  test.each([
    { preconditions: { uid: "other" }, message: /Precondition failed: UID in precondition: other/ },
    { preconditions: { resourceVersion: "1" }, message: /the object has been modified/ },
  ])("$preconditions", async ({ preconditions, message }) => {
    const { body } = await createTestCluster().send({ method: "DELETE", path: ACCOUNT, body: { kind: "DeleteOptions", apiVersion: "v1", preconditions } });
    expect(body).toMatchObject({ code: 409, message: expect.stringMatching(message) });
  });
});

test("a collection is deleted as far as it is selected", async () => {
  const { send } = createTestCluster();
  await send({ method: "POST", path: PODS, body: pod("a", {}, { labels: { app: "a" } }) });
  await send({ method: "POST", path: PODS, body: pod("b") });
  const { body } = await send({ method: "DELETE", path: `${PODS}?labelSelector=app%3Da` });
  expect(body.items).toHaveLength(1);
  expect((await send({ path: PODS })).body.items).toMatchObject([{ metadata: { name: "b" } }]);
});
