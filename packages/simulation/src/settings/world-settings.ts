import { awsSettings } from "./aws/aws-settings.js";
import { clusterSettings } from "./cluster/cluster-settings.js";
import { clusters } from "./clusters/schema.js";
import { webhookSettings } from "./webhook/webhook-settings.js";

/** All settings of the world by area: how each is written, what stands for it when it is left out, and what it then is. */
export const WORLD_SETTINGS = {
  cluster: clusterSettings.prefault({}).describe("the EKS cluster"),
  clusters,
  webhook: webhookSettings.prefault({}).describe("flags of the pod identity webhook"),
  aws: awsSettings.prefault({}).describe("the AWS account"),
};
