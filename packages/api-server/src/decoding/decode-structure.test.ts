import type { JsonObject } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { DecodingError, decodeStructure } from "./decode-structure.js";

const pod = (container: JsonObject): JsonObject => ({ spec: { containers: [container] } });

describe("what is of the right kind stays; null is absent, and within a list or a map empty", () => {
  test.each<{ readonly name: string; readonly value: JsonObject; readonly decoded: JsonObject }>([
    { name: "unknown members", value: { x: null, spec: { y: [1] } }, decoded: { x: null, spec: { y: [1] } } },
    { name: "null", value: { metadata: null, spec: { containers: null, nodeName: null } }, decoded: { spec: {} } },
    { name: "null in a list of structures", value: { spec: { containers: [null] } }, decoded: pod({}) },
    { name: "null in a map", value: { metadata: { labels: { a: null, b: "c" } } }, decoded: { metadata: { labels: { a: "", b: "c" } } } },
    { name: "whole numbers", value: pod({ ports: [{ containerPort: 80 }] }), decoded: pod({ ports: [{ containerPort: 80 }] }) },
    { name: "yes and no", value: { spec: { automountServiceAccountToken: false } }, decoded: { spec: { automountServiceAccountToken: false } } },
  ])("$name", ({ value, decoded }) => {
    expect(decodeStructure("Pod", value)).toEqual(decoded);
  });

  test("null in a list of texts", () => {
    expect(decodeStructure("TokenReviewSpec", { audiences: ["a", null] })).toEqual({ audiences: ["a", ""] });
  });
});

describe("what is of another kind is told in Go's words", () => {
  test.each<{ readonly value: JsonObject; readonly says: string }>([
    { value: { spec: [] }, says: "array into Go struct field Pod.spec of type v1.PodSpec" },
    { value: { spec: true }, says: "bool into Go struct field Pod.spec of type v1.PodSpec" },
    { value: { metadata: { name: 1 } }, says: "number into Go struct field ObjectMeta.metadata.name of type string" },
    { value: { metadata: { name: {} } }, says: "object into Go struct field ObjectMeta.metadata.name of type string" },
    { value: { metadata: { labels: "a" } }, says: "string into Go struct field ObjectMeta.metadata.labels of type map[string]string" },
    { value: { metadata: { labels: [] } }, says: "array into Go struct field ObjectMeta.metadata.labels of type map[string]string" },
    { value: { metadata: { labels: { a: 1 } } }, says: "number into Go struct field ObjectMeta.metadata.labels of type string" },
    { value: { spec: { containers: {} } }, says: "object into Go struct field PodSpec.spec.containers of type []v1.Container" },
    { value: { spec: { containers: ["a"] } }, says: "string into Go struct field PodSpec.spec.containers of type v1.Container" },
    { value: pod({ ports: [{ containerPort: 1.5 }] }), says: "number into Go struct field ContainerPort.spec.containers.ports.containerPort of type int" },
    { value: pod({ ports: [{ containerPort: "80" }] }), says: "string into Go struct field ContainerPort.spec.containers.ports.containerPort of type int" },
    { value: { spec: { automountServiceAccountToken: "no" } }, says: "string into Go struct field PodSpec.spec.automountServiceAccountToken of type bool" },
  ])("$says", ({ value, says }) => {
    expect(() => decodeStructure("Pod", value)).toThrow(new DecodingError(`json: cannot unmarshal ${says}`));
  });

  test("a list of texts", () => {
    const says = "json: cannot unmarshal string into Go struct field TokenReviewSpec.audiences of type []string";
    expect(() => decodeStructure("TokenReviewSpec", { audiences: "a" })).toThrow(new DecodingError(says));
  });
});
