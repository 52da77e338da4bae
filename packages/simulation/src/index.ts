/** The world and all that acts in it: described in plain values, created, broken and closed. */

export { findBucketPolicyProblem } from "@irsa-sim/fake-s3";
export { findConditionProblem, findKeyProblems, findPolicyProblem } from "@irsa-sim/iam";
export type { AppSettings } from "./apps/app-settings.js";
export type { DriftRule } from "./controller/decide-drift.js";
export { createWorld } from "./create-world.js";
export type { IamCall } from "./developer/developer.js";
export { enableOidcProviderAsDeveloper } from "./developer/enable-oidc-provider.js";
export { isAwsManagedPolicy } from "./developer/is-aws-managed-policy.js";
export { listMembers } from "./developer/list-members.js";
export { setUpCluster } from "./developer/set-up-cluster.js";
export { FAULT_SHAPE, injectFault } from "./faults/faults.js";
export { createFreshKeys } from "./keys/create-fresh-keys.js";
export { type KeyMaterial, OWN_ISSUER_HOST } from "./keys/key-material.js";
export { WELL_KNOWN_KEYS } from "./keys/well-known-keys.js";
export { findRefusal } from "./kubernetes/find-refusal.js";
export { OBJECT_KINDS } from "./kubernetes/kubernetes-client.js";
export type { OpenTransport } from "./network/open-transport.js";
export type { Refusal } from "./refusal.js";
export { findServiceKeyProblems } from "./services/find-service-key-problems.js";
export { accountId } from "./settings/aws/account-id.js";
export type { IssuerDescription } from "./settings/cluster/issuer/issuer-description.js";
export { issuerOf } from "./settings/cluster/issuer/issuer-of.js";
export { parseWorldDescription } from "./settings/parse-world-description.js";
export type { WorldDescription, WrittenWorld } from "./settings/world-description.js";
export { WORLD_SETTINGS } from "./settings/world-settings.js";
export type { World } from "./world.js";
