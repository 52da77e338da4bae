import { DecodingError } from "@irsa-sim/kubernetes-types";
import { describe, expect, test } from "vitest";
import { goValueOf } from "../go-value-of.test-support.js";
import { decodePod } from "./pod.js";

const decode = (object: unknown, minorVersion?: number) => decodePod(goValueOf(object), minorVersion);
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
    name: "an integer of 32 bits that is too large",
    object: containers({ ports: [{ containerPort: 2 ** 31 }] }),
    message: "json: cannot unmarshal number 2147483648 into Go struct field ContainerPort.spec.containers.ports.containerPort of type int32",
  },
  {
    name: "an integer of 64 bits that is too large",
    object: containers({ securityContext: { runAsUser: 2 ** 64 } }),
    message: "json: cannot unmarshal number 18446744073709552000 into Go struct field SecurityContext.spec.containers.securityContext.runAsUser of type int64",
  },
  {
    name: "an integer: a text",
    object: containers({ livenessProbe: { periodSeconds: "5" } }),
    message: "json: cannot unmarshal string into Go struct field Probe.spec.containers.livenessProbe.periodSeconds of type int32",
  },
  {
    name: "a port with a fraction",
    object: containers({ livenessProbe: { tcpSocket: { port: 1.5 } } }),
    message: "json: cannot unmarshal number 1.5 into Go struct field TCPSocketAction.spec.containers.livenessProbe.ProbeHandler.tcpSocket.port of type int32",
  },
  {
    name: "a boolean: a text",
    object: containers({ tty: "true" }),
    message: "json: cannot unmarshal string into Go struct field Container.spec.containers.tty of type bool",
  },
  {
    name: "a text: a list",
    object: containers({ image: ["nginx"] }),
    message: "json: cannot unmarshal array into Go struct field Container.spec.containers.image of type string",
  },
  {
    name: "a text: a number, which is not shown",
    object: containers({ env: [{ name: "A", value: 1 }] }),
    message: "json: cannot unmarshal number into Go struct field EnvVar.spec.containers.env.value of type string",
  },
  {
    name: "a kind of string: a boolean",
    object: containers({ imagePullPolicy: true }),
    message: "json: cannot unmarshal bool into Go struct field Container.spec.containers.imagePullPolicy of type v1.PullPolicy",
  },
  {
    name: "an item of a list of texts: an object",
    object: containers({ command: ["a", {}] }),
    message: "json: cannot unmarshal object into Go struct field Container.spec.containers.command of type string",
  },
  {
    name: "a list of texts: a text",
    object: containers({ command: "sh" }),
    message: "json: cannot unmarshal string into Go struct field Container.spec.containers.command of type []string",
  },
  {
    name: "a structure: a list",
    object: containers({ livenessProbe: [] }),
    message: "json: cannot unmarshal array into Go struct field Container.spec.containers.livenessProbe of type v1.Probe",
  },
  {
    name: "a map of texts: a list",
    object: { metadata: { annotations: [] } },
    message: "json: cannot unmarshal array into Go struct field ObjectMeta.metadata.annotations of type map[string]string",
  },
  {
    name: "a map of quantities: a text",
    object: containers({ resources: { limits: "1" } }),
    message: "json: cannot unmarshal string into Go struct field ResourceRequirements.spec.containers.resources.limits of type v1.ResourceList",
  },
  {
    name: "a quantity: a boolean",
    object: containers({ resources: { limits: { cpu: true } } }),
    message: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  },
  {
    name: "an unparsable quantity",
    object: containers({ resources: { limits: { cpu: "much" } } }),
    message: "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  },
])("$name does not decode", ({ object, message }) => {
  expect(() => decode(object)).toThrow(new DecodingError(message));
});

test("an object of another kind is a pod with few members", () => {
  expect(decode({ kind: "Deployment", metadata: { name: "d" }, spec: { replicas: 1, template: {} } })).toEqual({
    kind: "Deployment",
    metadata: { name: "d" },
    spec: {},
  });
});

test.each([
  { name: "the largest of 32 bits", container: { ports: [{ containerPort: 2 ** 31 - 1 }] } },
  { name: "the smallest of 32 bits", container: { ports: [{ containerPort: -(2 ** 31) + 1 }] } },
  { name: "a large one of 64 bits", container: { securityContext: { runAsUser: 2 ** 53 } } },
  { name: "a port by its name", container: { livenessProbe: { httpGet: { port: "web" } } } },
  { name: "an empty map", container: { resources: { limits: {} } } },
])("$name decodes as it is", ({ container }) => {
  expect(decode(containers(container))).toEqual(containers(container));
});

test("null in a list or a map is zero", () => {
  const container = { restartPolicyRules: [{ exitCodes: { values: [1, null] } }], resources: { requests: { cpu: null } }, env: [null], args: [null] };
  const zero = { restartPolicyRules: [{ exitCodes: { values: [1, 0] } }], resources: { requests: { cpu: "0" } }, env: [{}], args: [""] };
  expect(decode({ ...containers(container), metadata: { labels: { a: null } } })).toEqual({ ...containers(zero), metadata: { labels: { a: "" } } });
});

describe("types of another version", () => {
  test.each([
    { member: "startupProbe", since: 16, value: {} },
    { member: "resizePolicy", since: 27, value: [] },
    { member: "restartPolicy", since: 28, value: "Always" },
    { member: "restartPolicyRules", since: 34, value: [] },
  ])("$member is known since 1.$since", ({ member, since, value }) => {
    expect(decode(containers({ [member]: value }), since)).toEqual(containers({ [member]: value }));
    expect(decode(containers({ [member]: value }), since - 1)).toEqual(containers({}));
  });

  test("older members are known always, and deep ones have versions too", () => {
    const probe = { grpc: { port: 1 }, periodSeconds: 2 };
    expect(decode(containers({ image: "i", livenessProbe: probe }), 1)).toEqual(containers({ image: "i", livenessProbe: { periodSeconds: 2 } }));
    expect(decode(containers({ livenessProbe: probe }), 23)).toEqual(containers({ livenessProbe: probe }));
  });
});

test("null is absent, an empty list is not", () => {
  expect(decode({ metadata: null, spec: { volumes: [], initContainers: null } })).toEqual({ spec: { volumes: [] } });
});
