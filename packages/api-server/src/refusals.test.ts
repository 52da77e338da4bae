import { describe, expect, test } from "vitest";
import { createTestCluster, pod, type TestRequest } from "./cluster.test-support.js";

const PODS = "/api/v1/namespaces/default/pods";
const ACCOUNTS = "/api/v1/namespaces/default/serviceaccounts";
const CONFIGURATIONS = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
const NODE_FORBIDDEN = 'is forbidden: User "system:node:node-1" cannot';

interface Row extends TestRequest {
  readonly name: string;
  readonly status: number;
  readonly reason: string;
  readonly message: string;
  readonly details?: object;
}

describe("refused before the object is looked at", () => {
  test.each<Row>([
    {
      name: "no token",
      path: PODS,
      token: null,
      status: 403,
      reason: "Forbidden",
      message: 'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
      details: { kind: "pods" },
    },
    { name: "an unknown token", path: PODS, token: "x", status: 401, reason: "Unauthorized", message: "Unauthorized" },
    {
      name: "an escape that is none",
      path: "/api/v1/namespaces/%zz",
      status: 400,
      reason: "BadRequest",
      message: 'invalid URL escape in "/api/v1/namespaces/%zz"',
    },
    {
      name: "an answer in a form that nobody gives",
      path: PODS,
      accept: "text/html",
      status: 406,
      reason: "NotAcceptable",
      message:
        "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml, application/vnd.kubernetes.protobuf, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch",
      details: {},
    },
    {
      name: "a guest lists pods everywhere",
      path: "/api/v1/pods",
      token: "guest-token",
      status: 403,
      reason: "Forbidden",
      message: 'pods is forbidden: User "guest" cannot list resource "pods" in API group "" at the cluster scope',
      details: { kind: "pods" },
    },
    {
      name: "a guest reads a configuration",
      path: `${CONFIGURATIONS}/x`,
      token: "guest-token",
      status: 403,
      reason: "Forbidden",
      message:
        'mutatingwebhookconfigurations.admissionregistration.k8s.io "x" is forbidden: User "guest" cannot get resource "mutatingwebhookconfigurations" in API group "admissionregistration.k8s.io" at the cluster scope',
      details: { name: "x", group: "admissionregistration.k8s.io", kind: "mutatingwebhookconfigurations" },
    },
    {
      name: "a guest reads another path",
      path: "/metrics",
      token: "guest-token",
      status: 403,
      reason: "Forbidden",
      message: 'forbidden: User "guest" cannot get path "/metrics"',
      details: {},
    },
    {
      name: "a kubelet asks for a token of a service account that no pod on its node uses",
      method: "POST",
      path: `${ACCOUNTS}/default/token`,
      token: "node-token",
      status: 403,
      reason: "Forbidden",
      message: `serviceaccounts "default" ${NODE_FORBIDDEN} create resource "serviceaccounts/token" in API group "" in the namespace "default": no relationship found between node 'node-1' and this object`,
      details: { name: "default", kind: "serviceaccounts" },
    },
    {
      name: "a kubelet lists all pods",
      path: "/api/v1/pods",
      token: "node-token",
      status: 403,
      reason: "Forbidden",
      message: `pods ${NODE_FORBIDDEN} list resource "pods" in API group "" at the cluster scope: can only list/watch pods with spec.nodeName field selector`,
      details: { kind: "pods" },
    },
    {
      name: "a kubelet creates a pod",
      method: "POST",
      path: PODS,
      body: pod("x"),
      token: "node-token",
      status: 403,
      reason: "Forbidden",
      message: 'pods "x" is forbidden: pod does not have "kubernetes.io/config.mirror" annotation, node "node-1" can only create mirror pods',
      details: { name: "x", kind: "pods" },
    },
    {
      name: "an unknown resource",
      path: "/api/v1/things",
      status: 404,
      reason: "NotFound",
      message: "the server could not find the requested resource",
      details: {},
    },
    {
      name: "an unknown subresource",
      path: `${PODS}/x/binding`,
      status: 404,
      reason: "NotFound",
      message: "the server could not find the requested resource",
      details: {},
    },
    {
      name: "a name without its namespace",
      path: "/api/v1/pods/x",
      status: 404,
      reason: "NotFound",
      message: "the server could not find the requested resource",
      details: {},
    },
    ...[
      { name: "POST without a namespace", method: "POST", path: "/api/v1/pods" },
      { name: "POST on an object", method: "POST", path: `${PODS}/x` },
      { name: "GET of a token", method: "GET", path: `${ACCOUNTS}/default/token` },
      { name: "PUT of a collection", method: "PUT", path: PODS },
    ].map((row) => ({
      ...row,
      status: 405,
      reason: "MethodNotAllowed",
      message: "the server does not allow this method on the requested resource",
      details: {},
    })),
    { name: "an unknown pod", path: `${PODS}/x`, status: 404, reason: "NotFound", message: 'pods "x" not found', details: { name: "x", kind: "pods" } },
    ...["GET", "DELETE"].map((method) => ({
      name: `${method} of a name that nothing can have`,
      method,
      path: `${PODS}/a%25b`,
      status: 400,
      reason: "BadRequest",
      message: `Name parameter invalid: "a%b": may not contain '%'`,
    })),
    {
      name: "DELETE of an unknown pod",
      method: "DELETE",
      path: `${PODS}/x`,
      status: 404,
      reason: "NotFound",
      message: 'pods "x" not found',
      details: { name: "x", kind: "pods" },
    },
    {
      name: "an unknown configuration",
      path: `${CONFIGURATIONS}/x`,
      status: 404,
      reason: "NotFound",
      message: 'mutatingwebhookconfigurations.admissionregistration.k8s.io "x" not found',
      details: { name: "x", group: "admissionregistration.k8s.io", kind: "mutatingwebhookconfigurations" },
    },
    {
      name: "an unknown field",
      path: "/api/v1/pods?fieldSelector=spec.image%3Dx",
      status: 400,
      reason: "BadRequest",
      message: "field label not supported: spec.image",
    },
    {
      name: "a field of another resource",
      path: "/api/v1/nodes?fieldSelector=spec.nodeName%3Dx",
      status: 400,
      reason: "BadRequest",
      message: "field label not supported: spec.nodeName",
    },
    { name: "no selector", path: "/api/v1/pods?fieldSelector=x", status: 400, reason: "BadRequest", message: "invalid selector: 'x'; can't understand 'x'" },
  ])("$name", refuses);

  test("a path outside the API", async () => {
    const { status, text, response } = await createTestCluster().send({ path: "/nowhere" });
    expect({ status, text, type: response.headers["content-type"] }).toEqual({ status: 404, text: "404 page not found\n", type: "text/plain; charset=utf-8" });
  });
});

describe("refused for what was sent", () => {
  const post = { method: "POST", path: PODS };
  const cannotBe = 'Pod in version "v1" cannot be handled as a Pod: ';
  const bad = { status: 400, reason: "BadRequest" };
  test.each<Row>([
    {
      ...post,
      name: "another media type",
      contentType: "text/plain",
      body: pod("x"),
      status: 415,
      reason: "UnsupportedMediaType",
      message:
        "the body of the request was in an unknown format - accepted media types include: application/json, application/yaml, application/vnd.kubernetes.protobuf",
    },
    {
      name: "a patch of no known type",
      method: "PATCH",
      path: `${ACCOUNTS}/default`,
      contentType: "application/json",
      body: {},
      status: 415,
      reason: "UnsupportedMediaType",
      message: "415: Unsupported Media Type",
      details: {},
    },
    {
      ...post,
      name: "another way to treat unknown members",
      path: `${PODS}?fieldValidation=Loose`,
      body: pod("x"),
      status: 422,
      reason: "Invalid",
      message: 'CreateOptions.meta.k8s.io "" is invalid: fieldValidation: Unsupported value: "Loose": supported values: "", "Ignore", "Strict", "Warn"',
      details: {
        group: "meta.k8s.io",
        kind: "CreateOptions",
        causes: [
          {
            reason: "FieldValueNotSupported",
            message: 'Unsupported value: "Loose": supported values: "", "Ignore", "Strict", "Warn"',
            field: "fieldValidation",
          },
        ],
      },
    },
    {
      ...post,
      ...bad,
      name: "no JSON",
      body: "{",
      message: "the object provided is unrecognized (must be of type Pod): couldn't get version/kind; json parse error: unexpected end of JSON input ({)",
    },
    {
      ...post,
      ...bad,
      name: "a list",
      body: "[]",
      message:
        'the object provided is unrecognized (must be of type Pod): couldn\'t get version/kind; json parse error: json: cannot unmarshal array into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" } (5b5d)',
    },
    {
      ...post,
      ...bad,
      name: "another version",
      body: { ...pod("x"), apiVersion: "v2" },
      message: 'Pod in version "v2" cannot be handled as a Pod: no kind "Pod" is registered for version "v2" in scheme "pkg/runtime/scheme.go:111"',
    },
    {
      ...post,
      ...bad,
      name: "a spec of the wrong kind",
      body: { ...pod("x"), spec: "x" },
      message: `${cannotBe}json: cannot unmarshal string into Go struct field Pod.spec of type v1.PodSpec`,
    },
    {
      ...post,
      ...bad,
      name: "containers of the wrong kind",
      body: pod("x", { containers: {} }),
      message: `${cannotBe}json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container`,
    },
    {
      ...post,
      ...bad,
      name: "a label of the wrong kind",
      body: pod("x", {}, { labels: { a: true } }),
      message: `${cannotBe}json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string`,
    },
    {
      ...post,
      ...bad,
      name: "another namespace",
      body: pod("x", {}, { namespace: "other" }),
      message: "the namespace of the provided object does not match the namespace sent on the request",
    },
    {
      ...post,
      name: "a namespace that is not there",
      path: "/api/v1/namespaces/other/pods",
      body: pod("x"),
      status: 404,
      reason: "NotFound",
      message: 'namespaces "other" not found',
      details: { name: "other", kind: "namespaces" },
    },
    {
      name: "a taken name",
      method: "POST",
      path: ACCOUNTS,
      body: { metadata: { name: "default" } },
      status: 409,
      reason: "AlreadyExists",
      message: 'serviceaccounts "default" already exists',
      details: { name: "default", kind: "serviceaccounts" },
    },
    {
      name: "an old version",
      method: "PUT",
      path: `${ACCOUNTS}/default`,
      body: { metadata: { name: "default", resourceVersion: "0" } },
      status: 409,
      reason: "Conflict",
      message:
        'Operation cannot be fulfilled on serviceaccounts "default": the object has been modified; please apply your changes to the latest version and try again',
      details: { name: "default", kind: "serviceaccounts" },
    },
    {
      ...bad,
      name: "another namespace than the path's",
      method: "PUT",
      path: `${ACCOUNTS}/default`,
      body: { metadata: { name: "default", namespace: "other" } },
      message: "the namespace of the provided object does not match the namespace sent on the request",
    },
    {
      ...bad,
      name: "another name than the path's",
      method: "PUT",
      path: `${ACCOUNTS}/default`,
      body: { metadata: { name: "x" } },
      message: "the name of the object (x) does not match the name on the URL (default)",
    },
    {
      name: "no name",
      method: "POST",
      path: ACCOUNTS,
      body: {},
      status: 422,
      reason: "Invalid",
      message: 'ServiceAccount "" is invalid: metadata.name: Required value: name or generateName is required',
      details: {
        kind: "ServiceAccount",
        causes: [{ reason: "FieldValueRequired", message: "Required value: name or generateName is required", field: "metadata.name" }],
      },
    },
  ])("$name", refuses);

  test("another kind", async () => {
    const { status, body } = await createTestCluster().send({ ...post, body: { ...pod("x"), kind: "Deployment" } });
    expect(status).toBe(400);
    expect(body.message).toMatch(/^Deployment in version "v1" cannot be handled as a Pod: /);
  });

  test("a change of a pod's spec; one of its labels is stored", async () => {
    const { send } = createTestCluster();
    await send({ ...post, body: pod("x") });
    const contentType = "application/merge-patch+json";
    const refused = await send({ method: "PATCH", path: `${PODS}/x`, contentType, body: { spec: { nodeName: "node-2" } } });
    expect(refused).toMatchObject({
      status: 422,
      body: { message: 'Pod "x" is invalid: spec: Forbidden: pod updates may not change fields other than metadata' },
    });
    expect(await send({ method: "PATCH", path: `${PODS}/x`, contentType, body: { metadata: { labels: { a: "b" } } } })).toMatchObject({
      status: 200,
      body: { metadata: { labels: { a: "b" } }, spec: { nodeName: "node-1" } },
    });
  });

  test.each([
    {
      name: "no review version",
      webhook: { admissionReviewVersions: [] },
      message: "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1",
    },
    { name: "no side effects", webhook: { sideEffects: null }, message: "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun" },
    {
      name: "too long a time",
      webhook: { timeoutSeconds: 31 },
      message: "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds",
    },
    {
      name: "an unknown policy",
      webhook: { failurePolicy: "fail" },
      message: 'webhooks[0].failurePolicy: Unsupported value: "fail": supported values: "Fail", "Ignore"',
    },
    { name: "no target", webhook: { clientConfig: {} }, message: "webhooks[0].clientConfig: Required value: exactly one of url or service is required" },
    {
      name: "an unknown operator",
      webhook: { objectSelector: { matchExpressions: [{ key: "a", operator: "Is" }] } },
      message: 'webhooks[0].objectSelector.matchExpressions[0].operator: Invalid value: "Is": not a valid selector operator',
    },
  ])("a webhook with $name", async ({ webhook, message }) => {
    const good = { name: "w", clientConfig: { url: "https://w.example.com/" }, sideEffects: "None", admissionReviewVersions: ["v1"] };
    const { status, body } = await createTestCluster().send({
      method: "POST",
      path: CONFIGURATIONS,
      body: { metadata: { name: "w" }, webhooks: [{ ...good, ...webhook }] },
    });
    expect({ status, message: body.message }).toEqual({
      status: 422,
      message: `MutatingWebhookConfiguration.admissionregistration.k8s.io "w" is invalid: ${message}`,
    });
  });
});

async function refuses({ status, reason, message, details, name: _name, ...request }: Row): Promise<void> {
  const answer = await createTestCluster().send(request);
  const rest = details === undefined ? {} : { details };
  const body = { kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason, ...rest, code: status };
  expect(answer.text).toBe(`${JSON.stringify(body)}\n`);
  expect(answer.status).toBe(status);
  expect(answer.response.headers["content-type"]).toBe("application/json");
}
