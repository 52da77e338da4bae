import { type FieldProblem, notSupported, required } from "../../field-problem.js";
import type { Container } from "../../types/container.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { dnsLabel } from "../formats/names.js";
import { findResourcesProblems } from "../resources/find-resources-problems.js";
import { findContainerSecurityProblems } from "../security/find-container-security-problems.js";
import type { ContainerPlace } from "./container-place.js";
import { findDevicesProblems } from "./find-devices-problems.js";
import { findEnvFromProblems, findEnvProblems } from "./find-env-problems.js";
import { findMountsProblems } from "./find-mounts-problems.js";
import { findPortsProblems } from "./find-ports-problems.js";
import { findPullPolicyProblems } from "./find-pull-policy-problems.js";
import { findResizeProblems } from "./find-resize-problems.js";

const MESSAGE_POLICIES = ["File", "FallbackToLogsOnError"];

/** Problems that a container of any kind can have. */
export function* findCommonProblems(container: Container, place: ContainerPlace, field: string): Generator<FieldProblem> {
  const { name = "", image = "", terminationMessagePolicy = "", ports = [], env = [], envFrom = [], imagePullPolicy = "", resources = {} } = container;
  const { spec, volumes, podClaims, policy } = place;
  if (name === "") yield required(`${field}.name`);
  else yield* findFormatProblems(dnsLabel, `${field}.name`, name);
  if (image === "") yield required(`${field}.image`);
  if (terminationMessagePolicy === "") yield required(`${field}.terminationMessagePolicy`);
  else if (!MESSAGE_POLICIES.includes(terminationMessagePolicy)) {
    yield notSupported(`${field}.terminationMessagePolicy`, terminationMessagePolicy, MESSAGE_POLICIES);
  }
  yield* findPortsProblems(ports, `${field}.ports`);
  yield* findEnvProblems(env, `${field}.env`);
  yield* findEnvFromProblems(envFrom, `${field}.envFrom`);
  yield* findMountsProblems(container, volumes, `${field}.volumeMounts`);
  yield* findDevicesProblems(container, volumes, `${field}.volumeDevices`);
  yield* findPullPolicyProblems(imagePullPolicy, `${field}.imagePullPolicy`);
  yield* findResourcesProblems(resources, `${field}.resources`, { podClaims });
  yield* findResizeProblems(container, spec.restartPolicy ?? "", `${field}.resizePolicy`);
  yield* findContainerSecurityProblems(container.securityContext, policy, `${field}.securityContext`);
}
