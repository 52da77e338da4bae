import { webIdentityCalls } from "./cloudtrail/web-identity-call.js";
import { cluster } from "./eks/cluster.js";
import { answer } from "./iam/answer.js";
import { attachedPolicies } from "./iam/attached-policies.js";
import { inlinePolicy } from "./iam/inline-policy.js";
import { managedPolicy } from "./iam/managed-policy.js";
import { oidcProvider } from "./iam/oidc-provider.js";
import { oidcProviderArns } from "./iam/oidc-provider-arns.js";
import { policy } from "./iam/policy.js";
import { policyVersion } from "./iam/policy-version.js";
import { role } from "./iam/role.js";
import { cloudformation } from "./infrastructure/cloudformation/cloudformation.js";
import { clusterConfig } from "./infrastructure/eksctl/cluster-config.js";
import { managedResource } from "./infrastructure/operators/managed-resource.js";
import { configuration } from "./infrastructure/terraform/configuration/configuration.js";
import { stateFile } from "./infrastructure/terraform/state-file.js";
import { terraform } from "./infrastructure/terraform/terraform.js";
import { kubernetesList } from "./kubernetes/kubernetes-list.js";
import { kubernetesObject } from "./kubernetes/kubernetes-object.js";
import type { Recogniser } from "./recogniser.js";
import { callerIdentity } from "./sts/caller-identity.js";

/** Every form of document that is known; the first that an object has counts. */
export const RECOGNISERS: readonly Recogniser[] = [
  terraform,
  stateFile,
  configuration,
  cloudformation,
  kubernetesList,
  clusterConfig,
  managedResource,
  kubernetesObject,
  policy,
  role,
  inlinePolicy,
  policyVersion,
  managedPolicy,
  attachedPolicies,
  oidcProvider,
  oidcProviderArns,
  answer,
  cluster,
  callerIdentity,
  webIdentityCalls,
];
