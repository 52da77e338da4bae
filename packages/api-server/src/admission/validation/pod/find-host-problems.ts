/** Validation of what a pod shares with its node, and of its name there. */
import { type FieldProblem, forbidden, invalid, tooLong } from "../../field-problem.js";
import { type PodSpec, placedContainers } from "../../pod.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { isLongerThan } from "../formats/is-longer-than.js";
import { dnsSubdomain } from "../formats/names.js";

const MAX_HOSTNAME = 64;

/** Problems of ports in the node's network, which are the node's own. */
export function* findHostNetworkProblems({ hostNetwork, containers = [] }: PodSpec): Generator<FieldProblem> {
  if (hostNetwork !== true) return;
  for (const [index, { ports = [] }] of containers.entries()) {
    for (const [at, { hostPort = 0, containerPort = 0 }] of ports.entries()) {
      if (hostPort === containerPort) continue;
      yield invalid(`spec.containers[${index}].ports[${at}].hostPort`, hostPort, "must match `containerPort` when `hostNetwork` is true");
    }
  }
}

/** Problems of a pod of users of its own. */
export function* findHostUsersProblems(spec: PodSpec): Generator<FieldProblem> {
  if (spec.hostUsers !== false) return;
  const why = "when `hostUsers` is false";
  if (spec.hostNetwork === true) yield forbidden("spec.hostNetwork", why);
  if (spec.hostPID === true) yield forbidden("spec.HostPID", why);
  if (spec.hostIPC === true) yield forbidden("spec.HostIPC", why);
  for (const { container, field } of placedContainers(spec)) if ((container.volumeDevices ?? []).length > 0) yield forbidden(`${field}.volumeDevices`, why);
}

/** Problems of a name that a pod gives itself. */
export function* findHostnameProblems({ hostnameOverride, setHostnameAsFQDN, hostNetwork }: PodSpec): Generator<FieldProblem> {
  if (hostnameOverride === undefined) return;
  const field = "spec.hostnameOverride";
  if (setHostnameAsFQDN === true) yield forbidden(field, "may not be specified when setHostnameAsFQDN is true");
  if (hostNetwork === true) yield forbidden(field, "may not be specified when hostNetwork is true");
  if (isLongerThan(hostnameOverride, MAX_HOSTNAME)) yield tooLong(field, MAX_HOSTNAME);
  yield* findFormatProblems(dnsSubdomain, field, hostnameOverride);
}
