/** The only node. */
import { choice, pattern } from "@irsa-sim/core/schema";
import { minor } from "../../minor.js";

export const version = minor.describe("Kubernetes' minor version, which decides who may read a token file; a current one when left out");

export const node = pattern(/^[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?$/, "a name of lower-case letters, digits, - and .")
  .default("node-1")
  .describe("name of the only node");

export const nodeOs = choice(["linux", "windows"]).default("linux").describe("operating system of the node and its containers; linux when left out");

export const instanceId = pattern(/^i-[0-9a-f]{8,17}$/, "an instance id such as i-0a1b2c3d4e5f67890")
  .default("i-0a1b2c3d4e5f67890")
  .describe("the node's EC2 instance");

export const compute = choice(["ec2", "fargate"])
  .default("ec2")
  .describe("what the node is; ec2 when left out. On fargate there is no instance metadata and no node role");
