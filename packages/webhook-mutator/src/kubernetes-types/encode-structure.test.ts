import { goJson } from "@irsa-sim/core";
import { decodeInAnyCase, encodeObject } from "@irsa-sim/kubernetes-types";
import { expect, test } from "vitest";
import { goValueOf } from "../go-value-of.test-support.js";

/** Through the decoder and back, as a container goes through the webhook. */
const rewrite = (container: object): string => goJson(encodeObject("v1.Container", decodeInAnyCase(goValueOf(container), "v1.Container")));

test.each([
  { name: "an empty container", container: {}, text: '{"name":"","resources":{}}' },
  { name: "order", container: { tty: true, image: "i", name: "a" }, text: '{"name":"a","image":"i","resources":{},"tty":true}' },
  { name: "unknown members", container: { name: "a", novelty: 1 }, text: '{"name":"a","resources":{}}' },
  {
    name: "zero values",
    container: { name: "a", image: "", command: [], stdin: false, env: null, workingDir: null, livenessProbe: { periodSeconds: 0 } },
    text: '{"name":"a","resources":{},"livenessProbe":{}}',
  },
  {
    name: "explicit zeros behind pointers",
    container: { securityContext: { runAsUser: 0, runAsNonRoot: false, privileged: null } },
    text: '{"name":"","resources":{},"securityContext":{"runAsUser":0,"runAsNonRoot":false}}',
  },
  { name: "an empty object behind a pointer", container: { securityContext: {} }, text: '{"name":"","resources":{},"securityContext":{}}' },
  { name: "a variable without value", container: { env: [{ name: "A", value: "" }, {}] }, text: '{"name":"","env":[{"name":"A"},{"name":""}],"resources":{}}' },
  {
    name: "optional false",
    container: { envFrom: [{ secretRef: { optional: false } }] },
    text: '{"name":"","envFrom":[{"secretRef":{"optional":false}}],"resources":{}}',
  },
  {
    name: "ports keep their kind",
    container: { ports: [{}], livenessProbe: { httpGet: { port: "web" } }, readinessProbe: { tcpSocket: { port: 80 } }, startupProbe: { httpGet: {} } },
    text: '{"name":"","ports":[{"containerPort":0}],"resources":{},"livenessProbe":{"httpGet":{"port":"web"}},"readinessProbe":{"tcpSocket":{"port":80}},"startupProbe":{"httpGet":{"port":0}}}',
  },
  {
    name: "gRPC",
    container: { livenessProbe: { grpc: { port: 1 } }, startupProbe: { grpc: { port: 2, service: "" } } },
    text: '{"name":"","resources":{},"livenessProbe":{"grpc":{"port":1,"service":null}},"startupProbe":{"grpc":{"port":2,"service":""}}}',
  },
  {
    name: "quantities, keys sorted",
    container: { resources: { requests: { memory: "1024Mi", cpu: 1 }, limits: {} } },
    text: '{"name":"","resources":{"requests":{"cpu":"1","memory":"1Gi"}}}',
  },
  {
    name: "a divisor always stands",
    container: { env: [{ name: "A", valueFrom: { resourceFieldRef: { resource: "limits.cpu" } } }] },
    text: '{"name":"","env":[{"name":"A","valueFrom":{"resourceFieldRef":{"resource":"limits.cpu","divisor":"0"}}}],"resources":{}}',
  },
  {
    name: "keys in any case",
    container: { Name: "a", VOLUMEMOUNTS: [{ MountPath: "/m" }] },
    text: '{"name":"a","resources":{},"volumeMounts":[{"name":"","mountPath":"/m"}]}',
  },
  { name: "null items", container: { command: ["a", null], env: [null] }, text: '{"name":"","command":["a",""],"env":[{"name":""}],"resources":{}}' },
  {
    name: "members of every kind at their zero",
    container: {
      stdinOnce: false,
      tty: true,
      terminationMessagePath: "",
      args: [],
      ports: [{ hostPort: 0, hostIP: "", name: "" }],
      volumeMounts: [{ readOnly: false }],
    },
    text: '{"name":"","ports":[{"containerPort":0}],"resources":{},"volumeMounts":[{"name":"","mountPath":""}],"tty":true}',
  },
  {
    name: "maps, keys in the order of their bytes",
    container: { resources: { limits: { b: 2, "a.x/z": 1, B: 3 } } },
    text: '{"name":"","resources":{"limits":{"B":"3","a.x/z":"1","b":"2"}}}',
  },
  { name: "escapes", container: { name: "<&>" }, text: '{"name":"\\u003c\\u0026\\u003e","resources":{}}' },
  {
    name: "newer members",
    container: {
      restartPolicyRules: [{ action: "Restart", exitCodes: { operator: "In", values: [1] } }],
      lifecycle: { stopSignal: "SIGUSR1", preStop: { sleep: {} } },
    },
    text: '{"name":"","resources":{},"restartPolicyRules":[{"action":"Restart","exitCodes":{"operator":"In","values":[1]}}],"lifecycle":{"preStop":{"sleep":{"seconds":0}},"stopSignal":"SIGUSR1"}}',
  },
])("$name", ({ container, text }) => {
  expect(rewrite(container)).toBe(text);
});
