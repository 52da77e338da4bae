/** What a kube-apiserver (1.36.3) answered to bodies that are not what they should be, as `pnpm oracle` found it. */
import { expect, test } from "vitest";
import { decodeObject } from "./decode-object.js";

const TOKEN_REQUEST = { kind: "TokenRequest", group: "authentication.k8s.io", version: "v1" } as const;

test.each([
  {
    name: "another kind with a fault of its own",
    body: '{"kind":"Pod","apiVersion":"v1","status":"x"}',
    message: "json: cannot unmarshal string into Go struct field Pod.status of type v1.PodStatus",
  },
  {
    name: "another kind without one",
    body: '{"kind":"Pod","apiVersion":"v1","status":{}}',
    message: "converting (v1.Pod) to (authentication.TokenRequest): unknown conversion",
  },
])("$name", ({ body, message }) => {
  expect(() => decodeObject(body, { expected: TOKEN_REQUEST, mediaType: "application/json" })).toThrow(message);
});
