import { SDK_IDS } from "@irsa-sim/sdk-credential-provider";
import { z } from "zod";
import { choice, flag, record, strictObject, text } from "../expected.js";
import { container, namespace, period, pod } from "./fields.js";

/** An app calls AWS. */
export const callSchema = strictObject({
  kind: z.literal("call"),
  pod,
  namespace,
  container,
  sdk: choice(["dotnet", ...SDK_IDS]).describe("the AWS SDK that the app is built with; dotnet is short for dotnet-v3"),
  files: record(text("the file's content"), "contents by path").optional().describe("files in the container's image, such as /root/.aws/config"),
  environment: record(z.string({ error: "text" }), "variables by name")
    .optional()
    .describe("variables that the app's process has beside the container's, as an entry point sets them"),
  profile: text("a profile").optional().describe("the profile that the app names in code"),
  region: text("a region").optional().describe("the region that the app gives its client in code"),
  systemProperties: record(text("the property's value"), "properties by name").optional().describe("Java's and Kotlin's system properties"),
  hasStsModule: flag().optional().describe("whether the app ships the module with the STS client, where that is one of its own; true when left out"),
  hostNetwork: flag().optional().describe("whether the pod is on the node's own network, one hop from instance metadata"),
  trustedRoots: choice(["public", "none"])
    .optional()
    .describe("the root certificates in the container's image: the public ones, or none, as in an image without ca-certificates; public when left out"),
  regionFromNode: flag().optional().describe("whether the app asks instance metadata for its region before it creates a client, as many controllers do"),
  action: choice(["s3:GetObject"]).describe("what the app does"),
  bucket: text("the bucket's name").describe("name of the bucket"),
  key: text("the object's key").describe("key of the object"),
  every: period.optional().describe("repeats the call in the background, this long after each other, as time moves"),
});
