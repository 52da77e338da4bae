import { expect, test } from "vitest";
import { parseRoute } from "./parse-route.js";

test.each([
  { path: "/api/v1/pods", route: ["Pod", null, null, null] },
  { path: "/api/v1/namespaces", route: ["Namespace", null, null, null] },
  { path: "/api/v1/namespaces/default", route: ["Namespace", null, "default", null] },
  { path: "/api/v1/namespaces/default/pods", route: ["Pod", "default", null, null] },
  { path: "/api/v1/namespaces/default/pods/p", route: ["Pod", "default", "p", null] },
  { path: "/api/v1/namespaces/default/serviceaccounts/s/token", route: ["ServiceAccount", "default", "s", "token"] },
  { path: "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/w", route: ["MutatingWebhookConfiguration", null, "w", null] },
])("$path", ({ path, route }) => {
  const found = parseRoute(path);
  expect(typeof found === "object" && [found.resource.kind, found.namespace, found.name, found.subresource]).toEqual(route);
});

test.each([
  { path: "/", as: "outside" },
  { path: "/api", as: "outside" },
  { path: "/api/v2/pods", as: "outside" },
  { path: "/apis/policy/v1/poddisruptionbudgets", as: "outside" },
  { path: "/api/v1/", as: "unknown" },
  { path: "/api/v1/deployments", as: "unknown" },
  { path: "/api/v1/mutatingwebhookconfigurations", as: "unknown" },
  { path: "/api/v1/pods/p", as: "unknown" },
  { path: "/api/v1/namespaces/default/nodes", as: "unknown" },
  { path: "/api/v1/namespaces/default/pods/p/token", as: "unknown" },
  { path: "/api/v1/namespaces/default/pods/p/a/b", as: "unknown" },
])("$path is $as", ({ path, as }) => {
  expect(parseRoute(path)).toBe(as);
});
