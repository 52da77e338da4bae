import { describe, expect, test } from "vitest";
import { createTestCluster } from "../cluster.test-support.js";
import { negotiateAnswer } from "./negotiate-answer.js";

const asking = (accept?: string) => ({ method: "GET", url: "https://kubernetes.default.svc/", headers: accept === undefined ? {} : { accept }, body: "" });

test.each([
  { accept: undefined, given: "application/json" },
  { accept: "", given: "application/json" },
  { accept: "*/*", given: "application/json" },
  { accept: "application/*", given: "application/json" },
  { accept: "application/yaml", given: "application/yaml" },
  { accept: "application/yaml;q=0.5, application/json", given: "application/json" },
  { accept: "text/html, application/json;q=0.5", given: "application/json" },
  { accept: "application/vnd.kubernetes.protobuf,application/json", given: "application/json" },
  { accept: "application/vnd.kubernetes.protobuf", given: "application/json" },
  { accept: "application/json;as=Table;v=v1;g=meta.k8s.io,application/json", given: "application/json", isTable: true },
  { accept: "application/json,application/json;as=Table;v=v1;g=meta.k8s.io", given: "application/json" },
  { accept: "application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json", given: "application/json" },
])("$accept gets $given", ({ accept, given, isTable = false }) => {
  expect(negotiateAnswer(asking(accept))).toEqual({ mediaType: given, isTable });
});

test("what nobody can give is not acceptable", () => {
  const given = "application/json, application/yaml, application/vnd.kubernetes.protobuf";
  expect(() => negotiateAnswer(asking("text/html"))).toThrow(`406: Not Acceptable\n\nAvailable representations: ${given}`);
  expect(() => negotiateAnswer({ ...asking("text/html"), url: "https://kubernetes.default.svc/api/v1/pods" })).toThrow(
    `406: Not Acceptable\n\nAvailable representations: ${given}, application/json;stream=watch, application/vnd.kubernetes.protobuf;stream=watch`,
  );
  expect(() => negotiateAnswer(asking("application/json;as=Chair;g=meta.k8s.io;v=v1"))).toThrow(`only the following media types are accepted: ${given}`);
});

describe("over the wire", () => {
  const path = "/api/v1/namespaces/default/serviceaccounts/default";

  test("YAML has its members in order", async () => {
    const { response, text } = await createTestCluster().send({ path, accept: "application/yaml" });
    expect([response.status, response.headers["content-type"]]).toEqual([200, "application/yaml"]);
    expect(text).toMatch(/^apiVersion: v1\nkind: ServiceAccount\nmetadata:\n {2}creationTimestamp: /);
  });

  test("a refusal too", async () => {
    const { response, text } = await createTestCluster().send({ path: `${path}s`, accept: "application/yaml" });
    expect([response.status, response.headers["content-type"], text.split("\n")[1]]).toEqual([404, "application/yaml", "code: 404"]);
  });
});
