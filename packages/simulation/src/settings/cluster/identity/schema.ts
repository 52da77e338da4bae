/** What the cluster is called, and where it is. */
import { pattern, text } from "@irsa-sim/core/schema";

export const name = text("the cluster's name").default("demo").describe("name of the cluster");

export const region = pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-west-1")
  .default("eu-west-1")
  .describe("AWS region of the cluster and of the services that are called");
