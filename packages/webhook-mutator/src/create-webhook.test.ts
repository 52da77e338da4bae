import { bodyText, type HttpRequest } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import type { Webhook } from "./create-webhook.js";
import { ask, notes, patchIn, ROLE_ARN, reviewOf } from "./create-webhook.test-support.js";
import type { WebhookSettings } from "./settings.js";

const pod = { metadata: { name: "p" }, spec: { serviceAccountName: "app", containers: [{ name: "a", image: "nginx" }] } };

describe("answers", () => {
  test("a pod whose service account has a role is patched", async () => {
    const { response, trace } = await ask({ body: reviewOf(pod) });
    expect(response).toMatchObject({ status: 200, headers: { "content-type": "text/plain; charset=utf-8" } });
    const patch = patchIn(response) ?? "";
    expect(bodyText(response)).toBe(
      `{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"7f1c","allowed":true,"patch":"${btoa(patch)}","patchType":"JSONPatch"}}`,
    );
    expect(notes(trace, "webhook.decision")).toMatchObject([
      {
        step: 1,
        actor: "webhook",
        attributes: {
          outcome: "mutate",
          reason: "role-annotation",
          serviceAccount: "default/app",
          roleArn: ROLE_ARN,
          annotation: "eks.amazonaws.com/role-arn",
        },
      },
    ]);
  });

  test.each([
    { name: "no role annotation", annotations: {}, serviceAccountName: "app", reason: "no-role-annotation" },
    { name: "an unknown service account", annotations: {}, serviceAccountName: "other", reason: "service-account-unknown" },
    { name: "no service account at all", annotations: {}, serviceAccountName: undefined, reason: "service-account-unknown" },
  ])("$name: the pod is let through unchanged", async ({ annotations, serviceAccountName, reason }) => {
    const { response, trace } = await ask({ annotations, body: reviewOf({ ...pod, spec: { ...pod.spec, serviceAccountName } }) });
    expect(bodyText(response)).toBe('{"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","response":{"uid":"7f1c","allowed":true}}');
    expect(notes(trace, "webhook.decision")).toMatchObject([{ attributes: { outcome: "leave-alone", reason, roleArn: null } }]);
  });

  test("a review without a namespace asks about the empty one", async () => {
    const { trace } = await ask({ body: JSON.stringify({ request: { uid: "1", object: pod } }) });
    expect(notes(trace, "webhook.decision")).toMatchObject([{ attributes: { serviceAccount: "/app", reason: "service-account-unknown" } }]);
  });

  test("the namespace is the review's, not the object's", async () => {
    const { response } = await ask({ body: reviewOf({ ...pod, metadata: { namespace: "other" } }) });
    expect(patchIn(response)).not.toBeNull();
  });

  test("kind and apiVersion are echoed when they are there", async () => {
    const { response } = await ask({ body: '{"request":{"uid":"1","object":{}}}' });
    expect(bodyText(response)).toBe('{"response":{"uid":"1","allowed":true}}');
  });

  test("what is no role ARN is injected all the same and noted", async () => {
    const { response, trace } = await ask({ body: reviewOf(pod), annotations: { "role-arn": "app" } });
    expect(patchIn(response)).toContain('{"name":"AWS_ROLE_ARN","value":"app"}');
    expect(notes(trace, "webhook.role-arn-malformed")).toHaveLength(1);
  });

  test("the sheet's worked example, byte for byte", async () => {
    const proxy = { name: "proxy", image: "envoy", env: [{ name: "AWS_ROLE_ARN", value: "arn:aws:iam::999999999999:role/own" }] };
    const { response } = await ask({
      settings: { awsDefaultRegion: "eu-west-1" },
      annotations: { "role-arn": ROLE_ARN, "sts-regional-endpoints": "true" },
      body: reviewOf({
        metadata: { annotations: { "eks.amazonaws.com/token-expiration": "7200" } },
        spec: {
          serviceAccountName: "app",
          volumes: [{ name: "data" }],
          containers: [{ name: "app", image: "nginx", env: [{ name: "LOG", value: "1" }] }, proxy],
        },
      }),
    });
    expect(patchIn(response)).toBe(WORKED_EXAMPLE);
  });
});

describe("malformed bodies are denials", () => {
  const versionAndKind = "couldn't get version/kind; json parse error: ";
  const goStruct = `struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`;
  test.each([
    ...["", " \n", "null", "{}", '{"request":null}', "\ufeff{}"].map((body) => ({ body, message: "bad content", uid: "" })),
    { body: "{a", message: `${versionAndKind}invalid character 'a' looking for beginning of object key string`, uid: "" },
    { body: '{"kind":"AdmissionReview","request"', message: `${versionAndKind}unexpected end of JSON input`, uid: "" },
    { body: "{}{}", message: `${versionAndKind}invalid character '{' after top-level value`, uid: "" },
    { body: "[]", message: `${versionAndKind}json: cannot unmarshal array into Go value of type ${goStruct}`, uid: "" },
    { body: '"x"', message: `${versionAndKind}json: cannot unmarshal string into Go value of type ${goStruct}`, uid: "" },
    { body: "5", message: `${versionAndKind}json: cannot unmarshal number into Go value of type ${goStruct}`, uid: "" },
    { body: "word", message: `${versionAndKind}json: cannot unmarshal string into Go value of type ${goStruct}`, uid: "" },
    { body: '{"kind":5}', message: `${versionAndKind}json: cannot unmarshal number into Go struct field .kind of type string`, uid: "" },
    { body: '{"request":[]}', message: "json: cannot unmarshal array into Go struct field AdmissionReview.request of type v1.AdmissionRequest", uid: "" },
    { body: '{"request":{"uid":5}}', message: "json: cannot unmarshal number into Go struct field AdmissionRequest.request.uid of type types.UID", uid: "" },
    {
      body: '{"request":{"uid":"1","namespace":5}}',
      message: "json: cannot unmarshal number into Go struct field AdmissionRequest.request.namespace of type string",
      uid: "1",
    },
    { body: '{"request":{"uid":"1"}}', message: "unexpected end of JSON input", uid: "1" },
    { body: '{"request":{"uid":"1","object":null}}', message: "unexpected end of JSON input", uid: "1" },
    { body: '{"request":{"uid":"1","object":"x"}}', message: "json: cannot unmarshal string into Go value of type v1.Pod", uid: "1" },
    {
      body: '{"request":{"uid":"1","object":{"spec":{"containers":{}}}}}',
      message: "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container",
      uid: "1",
    },
  ])("$body", async ({ body, message, uid }) => {
    const { response, trace } = await ask({ body });
    expect(response.status).toBe(200);
    expect(JSON.parse(bodyText(response))).toEqual({ response: { uid, allowed: false, status: { metadata: {}, message } } });
    expect(notes(trace, "webhook.denied")).toMatchObject([{ attributes: { message } }]);
  });

  test("kind and apiVersion are echoed when the request is no object", async () => {
    const { response } = await ask({ body: '{"apiVersion":"v","kind":"k","request":[]}' });
    expect(bodyText(response)).toMatch(/^\{"kind":"k","apiVersion":"v","response":\{"uid":"","allowed":false,/);
  });

  test("kind and apiVersion are echoed, and the order is Go's", async () => {
    const { response } = await ask({ body: '{"apiVersion":"v","kind":"k","request":{"uid":"1"}}' });
    expect(bodyText(response)).toBe(
      '{"kind":"k","apiVersion":"v","response":{"uid":"1","allowed":false,"status":{"metadata":{},"message":"unexpected end of JSON input"}}}',
    );
  });
});

describe("HTTP", () => {
  const url = "https://pod-identity-webhook.default.svc";
  const nosniff = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  const unsupported = "Invalid Content-Type, expected `application/json`\n";
  test.each([
    { name: "content type with a parameter", request: { headers: { "content-type": "application/json; charset=utf-8" } }, status: 415, text: unsupported },
    { name: "content type in another case", request: { headers: { "content-type": "Application/JSON" } }, status: 415, text: unsupported },
    { name: "no content type", request: { headers: {} }, status: 415, text: unsupported },
    { name: "a bad escape in the query", request: { url: `${url}/mutate?a=%zz` }, status: 400, text: '{"error": "error parsing form"}\n' },
    { name: "a semicolon in the query", request: { url: `${url}/mutate?a;b` }, status: 400, text: '{"error": "error parsing form"}\n' },
    { name: "another path", request: { url: `${url}/mutate/` }, status: 404, text: "404 page not found\n" },
  ])("$name", async ({ request, status, text }) => {
    const { response } = await ask({ body: reviewOf(pod), request: request as { readonly url?: string } });
    expect(response).toEqual({ status, headers: nosniff, body: text });
  });

  test("the 415 has 50 bytes", () => {
    expect(unsupported).toHaveLength(50);
  });

  test.each(["GET", "PUT", "DELETE"])("%s is answered like POST", async (method) => {
    const { response } = await ask({ body: reviewOf(pod), request: { method } });
    expect(patchIn(response)).not.toBeNull();
  });

  test("/healthz is ok", async () => {
    const { response } = await ask({ body: "", request: { url: `${url}/healthz`, method: "GET" } });
    expect(response).toMatchObject({ status: 200, body: "ok" });
  });
});

const WORKED_EXAMPLE = [
  '[{"op":"add","path":"/spec/volumes/0","value":{"name":"aws-iam-token","projected":{"sources":[{"serviceAccountToken":{"audience":"sts.amazonaws.com","expirationSeconds":7200,"path":"token"}}]}}},',
  '{"op":"add","path":"/spec/containers","value":[',
  '{"name":"app","image":"nginx","env":[{"name":"LOG","value":"1"},{"name":"AWS_STS_REGIONAL_ENDPOINTS","value":"regional"},{"name":"AWS_DEFAULT_REGION","value":"eu-west-1"},{"name":"AWS_REGION","value":"eu-west-1"},{"name":"AWS_ROLE_ARN","value":"arn:aws:iam::111122223333:role/app"},{"name":"AWS_WEB_IDENTITY_TOKEN_FILE","value":"/var/run/secrets/eks.amazonaws.com/serviceaccount/token"}],"resources":{},"volumeMounts":[{"name":"aws-iam-token","readOnly":true,"mountPath":"/var/run/secrets/eks.amazonaws.com/serviceaccount"}]},',
  '{"name":"proxy","image":"envoy","env":[{"name":"AWS_ROLE_ARN","value":"arn:aws:iam::999999999999:role/own"},{"name":"AWS_STS_REGIONAL_ENDPOINTS","value":"regional"},{"name":"AWS_DEFAULT_REGION","value":"eu-west-1"},{"name":"AWS_REGION","value":"eu-west-1"}],"resources":{},"volumeMounts":[{"name":"aws-iam-token","readOnly":true,"mountPath":"/var/run/secrets/eks.amazonaws.com/serviceaccount"}]}]}]',
].join("");

describe("the other sources of an identity", () => {
  const LISTED = '{"identities":[{"namespace":"default","serviceAccount":"app"}]}';
  const container = { watchContainerCredentialsConfig: "/etc/config.json" };

  test("container credentials: the sheet's worked example, byte for byte", async () => {
    const { response } = await ask({
      settings: container,
      body: reviewOf({ spec: { serviceAccountName: "app", containers: [{ name: "a" }] } }),
      prepare: (webhook, trace) => webhook.containerCredentialsFileChanged(LISTED, trace.root),
    });
    expect(patchIn(response)).toBe(CONTAINER_CREDENTIALS_EXAMPLE);
  });

  test("without the flag the file is not watched", async () => {
    const { response } = await ask({ body: reviewOf(pod), prepare: (webhook, trace) => webhook.containerCredentialsFileChanged(LISTED, trace.root) });
    expect(patchIn(response)).toContain("AWS_ROLE_ARN");
  });

  test("labels that are there select the other path, even when they are empty", async () => {
    const { response } = await ask({
      settings: container,
      body: reviewOf({ ...pod, metadata: { labels: {} } }),
      prepare: (webhook, trace) => webhook.containerCredentialsFileChanged(LISTED, trace.root),
    });
    expect(patchIn(response)).toMatch(/^\[\{"op":"add","path":"\/metadata\/labels\/eks\.amazonaws\.com~1pod-identity","value":"enabled"\},/);
  });

  test.each([
    { name: "watched", watchConfigMap: true, patched: true },
    { name: "not watched", watchConfigMap: false, patched: false },
  ])("a ConfigMap that is $name", async ({ watchConfigMap, patched }) => {
    const config = JSON.stringify({ "default/app": { RoleARN: ROLE_ARN } });
    const { response } = await ask({
      settings: { watchConfigMap },
      annotations: {},
      body: reviewOf(pod),
      prepare: (webhook, trace) => webhook.configMapChanged({ config }, trace.root),
    });
    expect(patchIn(response) !== null).toBe(patched);
    // An entry without an audience gives none, whatever the flag says.
    if (patched) expect(patchIn(response)).toContain('"serviceAccountToken":{"expirationSeconds":86400,"path":"token"}');
  });

  test("with a grace period an unknown service account is fetched", async () => {
    const body = reviewOf({ ...pod, spec: { ...pod.spec, serviceAccountName: "late" } });
    const fetched = { "eks.amazonaws.com/role-arn": ROLE_ARN };
    const patient = await ask({ settings: { serviceAccountLookupGracePeriodMs: 1000 }, body, fetched });
    expect(patchIn(patient.response)).toContain(ROLE_ARN);
    expect(patchIn((await ask({ body, fetched })).response)).toBeNull();
  });
});

describe("bodies in YAML (section 9.2)", () => {
  test("a review in YAML is read under JSON's content type", async () => {
    const body = "request:\n  uid: '1'\n  namespace: default\n  object:\n    spec:\n      serviceAccountName: app\n      containers: [{name: a}]\n";
    expect(patchIn((await ask({ body })).response)).toContain(ROLE_ARN);
  });

  test("YAML that does not parse", async () => {
    const { response } = await ask({ body: "a: 1\nb: [1" });
    expect(JSON.parse(bodyText(response)).response.status.message).toBe(
      "yaml: line 2: Flow sequence in block collection must be sufficiently indented and end with a ]",
    );
  });
});

describe("routes (section 12)", () => {
  const url = "https://pod-identity-webhook.default.svc";
  const debugging = { enableDebuggingHandlers: true };

  test.each([
    { path: "/debug/alpha/deny", settings: debugging, status: 200, text: '"message":"Test deny message"' },
    { path: "/debug/alpha/500", settings: debugging, status: 500, text: "test error\n" },
    { path: "/debug/alpha/deny", settings: {}, status: 404, text: "404 page not found\n" },
    { path: "/debug/alpha/500", settings: {}, status: 404, text: "404 page not found\n" },
    { path: "//mutate", settings: {}, status: 307, text: "" },
  ])("$path with $settings", async ({ path, settings, status, text }) => {
    const { response } = await ask({ body: "", settings, request: { url: `${url}${path}` } });
    expect([response.status, bodyText(response)]).toEqual([status, expect.stringContaining(text)]);
  });

  async function metricsOf(settings: Partial<WebhookSettings>, path: string, before: readonly Partial<HttpRequest>[] = []) {
    let webhook: Webhook | undefined;
    const { trace } = await ask({ body: "", settings, prepare: (created) => (webhook = created) });
    const request = { method: "POST", url: `${url}/mutate`, headers: { "content-type": "application/json" }, body: reviewOf(pod) };
    for (const one of before) await webhook?.handler({ ...request, ...one }, trace.root);
    const send = (target: string) =>
      webhook?.metricsHandler({ method: "GET", url: `http://pod-identity-webhook:9999${target}`, headers: {}, body: "" }, trace.root);
    return { response: await send(path), again: () => send("/debug/alpha/cache") };
  }

  test("what is counted", async () => {
    const unknown = reviewOf({ ...pod, spec: { ...pod.spec, serviceAccountName: "other" } });
    const { response } = await metricsOf({}, "/metrics", [{}, {}, { body: unknown }, { headers: {} }, { url: `${url}/mutate?;` }]);
    const text = bodyText(response ?? { body: "" });
    expect(text).toContain('http_request_count{code="200",path="/mutate",verb="POST"} 4\n');
    expect(text).toContain('http_request_count{code="415",path="/mutate",verb="POST"} 1\n');
    expect(text).not.toContain('code="400"');
    expect(text).toContain('pod_identity_webhook_pod_count{method="sts_web_identity"} 2\n');
    expect(text).toContain("pod_identity_webhook_missing_sa_count 1\n");
    expect(text).toContain("pod_identity_webhook_used 1\n");
  });

  test("the cache as JSON, indented by one blank, and cleared", async () => {
    const { response } = await metricsOf(debugging, "/debug/alpha/cache");
    expect(bodyText(response ?? { body: "" })).toBe(
      `{\n "default/app": {\n  "RoleARN": "${ROLE_ARN}",\n  "Audience": "sts.amazonaws.com",\n  "UseRegionalSTS": false,\n  "TokenExpiration": 86400\n }\n}`,
    );
    const cleared = await metricsOf(debugging, "/debug/alpha/cache/clear");
    expect([cleared.response?.status, bodyText((await cleared.again()) ?? { body: "" })]).toEqual([200, "{}"]);
    expect((await metricsOf({}, "/debug/alpha/cache")).response).toEqual({
      status: 404,
      headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
      body: "404 page not found\n",
    });
  });
});

const CONTAINER_CREDENTIALS_EXAMPLE = [
  '[{"op":"add","path":"/metadata/labels","value":{"eks.amazonaws.com/pod-identity":"enabled"}},',
  '{"op":"add","path":"/spec/volumes","value":[{"name":"eks-pod-identity-token","projected":{"sources":[{"serviceAccountToken":{"audience":"pods.eks.amazonaws.com","expirationSeconds":79200,"path":"eks-pod-identity-token"}}]}}]},',
  '{"op":"add","path":"/spec/containers","value":[{"name":"a","env":[{"name":"AWS_CONTAINER_CREDENTIALS_FULL_URI","value":"http://169.254.170.23/v1/credentials"},{"name":"AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE","value":"/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"}],"resources":{},"volumeMounts":[{"name":"eks-pod-identity-token","readOnly":true,"mountPath":"/var/run/secrets/pods.eks.amazonaws.com/serviceaccount"}]}]}]',
].join("");
