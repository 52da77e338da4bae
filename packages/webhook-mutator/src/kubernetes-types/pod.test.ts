import { expect, test } from "vitest";
import { DecodingError } from "./decoding-error.js";
import { decodePod } from "./pod.js";

const containers = (container: unknown) => ({ spec: { containers: [container] } });

test.each([
  { name: "a string", object: "x", message: "json: cannot unmarshal string into Go value of type v1.Pod" },
  { name: "a number", object: 5, message: "json: cannot unmarshal number into Go value of type v1.Pod" },
  { name: "a list", object: [], message: "json: cannot unmarshal array into Go value of type v1.Pod" },
  {
    name: "containers: an object",
    object: { spec: { containers: {} } },
    message: "json: cannot unmarshal object into Go struct field PodSpec.spec.containers of type []v1.Container",
  },
  {
    name: "a container's name: a number",
    object: containers({ name: 5 }),
    message: "json: cannot unmarshal number into Go struct field Container.spec.containers.name of type string",
  },
  {
    name: "a label: a boolean",
    object: { metadata: { labels: { a: true } } },
    message: "json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string",
  },
  {
    name: "an integer with a fraction",
    object: containers({ livenessProbe: { periodSeconds: 1.5 } }),
    message: "json: cannot unmarshal number 1.5 into Go struct field Probe.spec.containers.livenessProbe.periodSeconds of type int32",
  },
  {
    name: "an unparsable quantity",
    object: containers({ resources: { limits: { cpu: "much" } } }),
    message: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  },
])("$name does not decode", ({ object, message }) => {
  expect(() => decodePod(object)).toThrow(new DecodingError(message));
});

test("an object of another kind is a pod with few members", () => {
  expect(decodePod({ kind: "Deployment", metadata: { name: "d" }, spec: { replicas: 1, template: {} } })).toEqual({ metadata: { name: "d" }, spec: {} });
});

test("null is absent, an empty list is not", () => {
  expect(decodePod({ metadata: null, spec: { volumes: [], initContainers: null } })).toEqual({ spec: { volumes: [] } });
});
