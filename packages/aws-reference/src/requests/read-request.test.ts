import { expect, test } from "vitest";
import { loadService, servicePrefixes } from "../load-service.js";
import type { FoundOperation } from "../operations/find-operation.js";
import { findOperation } from "../operations/find-operation.js";
import { encodeRequest } from "./encode-request.js";
import { readRequest } from "./read-request.js";

/** A value for whatever stands in the path. */
function labelsOf({ operation }: FoundOperation): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(operation.input ?? {}).flatMap(([name, member]) => (member !== 0 && member.at === "uri" ? [[name, "a b"]] : [])));
}

test("whatever is written for an operation is read as that operation, in every service, with what stands in its path", async () => {
  const wrong: string[] = [];
  let count = 0;
  // S3 has an actor of its own, which reads buckets out of host names.
  for (const prefix of (await servicePrefixes()).filter((one) => one !== "s3")) {
    const service = await loadService(prefix);
    if (service === null) throw new Error(prefix);
    // Every fifth: all of them take ten seconds, and have been looked at.
    for (const action of Object.keys(service.actions).filter((_, index) => index % 5 === 0)) {
      const found = findOperation(service, action);
      if (found === null || found.api.protocol === "smithy-rpc-v2-cbor") continue;
      const labels = labelsOf(found);
      const { method, path, headers, body } = encodeRequest(found, labels);
      const read = readRequest(service, { method, url: `https://host.test${path}`, headers, body });
      count += 1;
      if (read?.operation !== action || Object.entries(labels).some(([name, value]) => read.parameters[name] !== value)) wrong.push(`${prefix}:${action}`);
    }
  }
  expect(count).toBeGreaterThan(3_000);
  expect(wrong).toEqual([]);
});

test.each([
  { name: "a target that nobody has", request: { headers: { "x-amz-target": "secretsmanager.Nothing" } } },
  {
    name: "a body that is no JSON names nothing, but the operation is read",
    request: { headers: { "x-amz-target": "secretsmanager.GetSecretValue" }, body: "{" },
    read: {},
  },
  { name: "a path of no operation", request: { method: "GET", url: "https://host.test/nothing" } },
])("$name", async ({ request, read }) => {
  const service = await loadService("secretsmanager");
  if (service === null) throw new Error("secretsmanager");
  expect(
    readRequest(service, { method: "POST", url: "https://host.test/", headers: {}, body: "", ...request } as Parameters<typeof readRequest>[1])?.parameters,
  ).toEqual(read);
});
