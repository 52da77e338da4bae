/** TokenRequests as nobody would write them, and as many would. */
import fc from "fast-check";
import type { ClusterRequest } from "../../packages/simulation/test/conformance/our-cluster.test-support.js";

const ISSUER = "https://kube.example.test:6443";
/** Mostly as it should be, so that requests get past their first member. */
const mostly = <Value>(usual: readonly [Value, ...Value[]], ...unusual: readonly Value[]): fc.Arbitrary<Value> =>
  unusual.length === 0
    ? fc.constantFrom(...usual)
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.constantFrom(...unusual) });

const audience = mostly<unknown>(["sts.amazonaws.com", ISSUER, "vault"], "", " ", "ä<&>", 7, null, ["nested"]);
const audiences = fc.oneof(
  { weight: 5, arbitrary: fc.array(audience, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, "text", {}) },
);
const lifetime = mostly<unknown>([600, 3600, 3607, 86_400], 0, -1, 599, 86_401, 4_294_967_296, 4_294_967_297, 1.5, "600", true, null, []);
const uid = mostly<unknown>(
  ["<uid pod/oracle/web>", "<uid pod/oracle/web2>", "<uid secret/oracle/s1>", "<uid node/node-1>"],
  "11111111-2222-4333-8444-555555555555",
  "",
  5,
);
const boundObjectRef = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record(
      {
        kind: mostly<unknown>(["Pod", "Pod", "Secret", "Node"], "ConfigMap", "pod", "", 1),
        apiVersion: mostly<unknown>(["v1"], "", "v2", "apps/v1", "a/b/c", {}),
        name: mostly<unknown>(["web", "web2", "far", "s1", "node-1"], "nope", "", null, 3),
        uid,
      },
      { requiredKeys: ["kind"] },
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, {}, [], "web") },
);
const spec = fc.record({ audiences, expirationSeconds: lifetime, boundObjectRef, extra: fc.constant(1) }, { requiredKeys: [] });
const metadata = fc.record(
  {
    name: mostly<unknown>(["app"], "other", "", 1),
    namespace: mostly<unknown>(["oracle"], "default", ""),
    uid: mostly<unknown>(["<uid sa/oracle/app>"], "11111111-2222-4333-8444-555555555555"),
    labels: mostly<unknown>([{ a: "b" }], { a: 1 }, []),
    generateName: fc.constant("g-"),
    creationTimestamp: mostly<unknown>([null], "2026-01-01T00:00:00Z", "yesterday"),
  },
  { requiredKeys: [] },
);
const body = fc.record(
  {
    kind: mostly(["TokenRequest"], "Pod", "tokenRequest", ""),
    apiVersion: mostly(["authentication.k8s.io/v1"], "authentication.k8s.io/v1beta1", "v1", ""),
    metadata,
    spec,
    status: fc.constantFrom<unknown>({ token: "x" }, { expirationTimestamp: null }, "x"),
  },
  { requiredKeys: ["kind", "apiVersion", "spec"] },
);
/** As bytes that arrived: most whole, some cut off, doubled, or with a member twice. */
const text = fc
  .tuple(body, fc.nat(1000), fc.constantFrom("whole", "whole", "whole", "whole", "whole", "whole", "cut", "doubled", "twice"))
  .map(([object, at, how]) => {
    const json = JSON.stringify(object);
    if (how === "cut") return json.slice(0, at % json.length);
    if (how === "doubled") return `${json}${json}`;
    return how === "twice" ? json.replace("{", '{"kind":"TokenRequest",') : json;
  });
const request = fc.record({
  account: mostly(["app", "app", "other"], "nope", "%61pp", "App"),
  namespace: mostly(["oracle"], "default", "nope"),
  query: mostly([""], "?dryRun=All", "?dryRun=x", "?fieldValidation=Strict", "?fieldValidation=Ignore", "?fieldValidation=x", "?fieldManager=me"),
  token: mostly<string | null>(["admin-token", "admin-token", "node-token"], "guest-token", "nobody", null),
  contentType: mostly(["application/json"], "application/json; charset=utf-8", "application/yaml", "text/plain", "application/JSON"),
  accept: mostly([""], "*/*", "application/json", "application/xml", "application/json;q=0.5"),
  text,
});

/**
 * Makes requests; the same for the same seed.
 *
 * @example const [first] = randomTokenRequests(100, 36);
 */
export function randomTokenRequests(count: number, seed: number): readonly ClusterRequest[] {
  return fc.sample(request, { numRuns: count, seed }).map(({ account, namespace, query, token, contentType, accept, text: bytes }) => ({
    method: "POST",
    path: `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token${query}`,
    body: bytes,
    token,
    contentType,
    headers: accept === "" ? {} : { accept },
  }));
}
