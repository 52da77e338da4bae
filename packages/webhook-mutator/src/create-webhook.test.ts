import { bodyText } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { ask, notes, patchIn, ROLE_ARN, reviewOf } from "./create-webhook.test-support.js";

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
