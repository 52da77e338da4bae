import type { Container, EnvVar, Handler, Probe } from "../types/container.js";
import { whereAbsent, whereUndefined } from "./absent.js";
import { isPulledAlways } from "./is-pulled-always.js";
import { roundedResources } from "./rounded-resources.js";

const PROBES = ["livenessProbe", "readinessProbe", "startupProbe"] as const;

/**
 * A container with its defaults.
 *
 * @see https://pkg.go.dev/k8s.io/kubernetes/pkg/apis/core/v1#SetDefaults_Container
 */
export function withContainerDefaults(container: Container): Container {
  const { env, ports, resources, lifecycle } = container;
  const probes = PROBES.flatMap((member) => (container[member] === undefined ? [] : [[member, withProbeDefaults(container[member])] as const]));
  return {
    ...container,
    ...(ports && { ports: ports.map((port) => ({ ...port, ...whereAbsent(port, { protocol: "TCP" }) })) }),
    ...(env && { env: env.map(withVariableDefaults) }),
    ...Object.fromEntries(probes),
    ...(lifecycle && { lifecycle: withLifecycleDefaults(lifecycle) }),
    resources: roundedResources(resources ?? {}),
    ...whereAbsent(container, {
      terminationMessagePath: "/dev/termination-log",
      terminationMessagePolicy: "File",
      imagePullPolicy: isPulledAlways(container.image ?? "") ? "Always" : "IfNotPresent",
    }),
  };
}

function withVariableDefaults(variable: EnvVar): EnvVar {
  const { fieldRef, fileKeyRef } = variable.valueFrom ?? {};
  if (fieldRef === undefined && fileKeyRef === undefined) return variable;
  return {
    ...variable,
    valueFrom: {
      ...variable.valueFrom,
      ...(fieldRef && { fieldRef: { ...fieldRef, ...whereAbsent(fieldRef, { apiVersion: "v1" }) } }),
      ...(fileKeyRef && { fileKeyRef: { ...fileKeyRef, ...whereUndefined(fileKeyRef, { optional: false }) } }),
    },
  };
}

function withProbeDefaults(probe: Probe): Probe {
  const { grpc } = probe;
  return {
    ...withHandlerDefaults(probe),
    ...(grpc && { grpc: { ...grpc, ...whereUndefined(grpc, { service: "" }) } }),
    ...whereAbsent(probe, { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 }),
  };
}

function withLifecycleDefaults({ postStart, preStop, ...rest }: NonNullable<Container["lifecycle"]>): NonNullable<Container["lifecycle"]> {
  return { ...rest, ...(postStart && { postStart: withHandlerDefaults(postStart) }), ...(preStop && { preStop: withHandlerDefaults(preStop) }) };
}

function withHandlerDefaults<Of extends Handler>(handler: Of): Of {
  const { httpGet } = handler;
  return httpGet === undefined ? handler : { ...handler, httpGet: { ...httpGet, ...whereAbsent(httpGet, { path: "/", scheme: "HTTP" }) } };
}
