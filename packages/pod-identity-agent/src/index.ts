/** EKS Pod Identity: the agent on each node, and the EKS Auth API that it asks. */
export { createEksAuth, type EksAuth, type EksAuthOptions } from "./create-eks-auth.js";
export { createPodIdentityAgent, type PodIdentityAgentOptions } from "./create-pod-identity-agent.js";
export type { Association, ClusterIdentity } from "./eks-auth/cluster-identity.js";
