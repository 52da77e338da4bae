import { choice, flag, integer, list, pattern, period, record, regionName, strictObject, text, toMillis } from "@irsa-sim/core/schema";
import { PROVIDER_KINDS, SDK_IDS } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings } from "@irsa-sim/simulation";
import { z } from "zod";
import { containerFields } from "../container-fields.js";
import { habits } from "./habits.js";
import { calledOperation, checkOperation, toParameters } from "./operation.js";

const written = strictObject({
  ...containerFields,
  sdk: choice(["dotnet", ...SDK_IDS])
    .transform((sdk) => (sdk === "dotnet" ? "dotnet-v3" : sdk))
    .describe("the AWS SDK that the app is built with; dotnet is short for dotnet-v3"),
  files: record(z.string({ error: "the file's content, which may be empty" }), "contents by path")
    .default({})
    .describe("files in the container's image, such as /root/.aws/config"),
  environment: record(z.string({ error: "text" }), "variables by name")
    .default({})
    .describe("variables that the app's process has beside the container's, as an entry point sets them"),
  user: integer(0, 2_147_483_647)
    .optional()
    .describe("the user that the app's process runs as, when the image or its entry point chooses one that the pod does not name; in no group but its own"),
  profile: text("a profile").optional().describe("the profile that the app names in code"),
  region: regionName.min(1, { error: "a region such as eu-west-1" }).optional().describe("the region that the app gives its client in code"),
  systemProperties: record(text("the property's value"), "properties by name").default({}).describe("Java's and Kotlin's system properties"),
  hasStsModule: flag().default(true).describe("whether the app ships the module with the STS client, where that is one of its own; true when left out"),
  knowsPodIdentity: flag().default(true).describe("whether the SDK is new enough for the address of EKS Pod Identity's agent; true when left out"),
  httpClients: list(text("an HTTP client"), "a list of HTTP clients")
    .default([])
    .describe("the HTTP clients on the class path of an app on Java v2, such as apache-client and url-connection-client; one when left out"),
  sdkVersion: pattern(/^\d+(\.\d+){0,3}$/, "a release such as 1.12.199")
    .optional()
    .describe("the SDK's release; one before the SDK's documented minimum for IRSA has no web identity in its chain"),
  credentials: list(choice(PROVIDER_KINDS), "a list of kinds of providers")
    .min(1, { error: "at least one kind of provider" })
    .optional()
    .describe("the providers that the app, its framework or its library names in place of the SDK's default chain, in this order"),
  webIdentityToken: strictObject({
    file: pattern(/^\//, "an absolute path").optional().describe("a path that stands in the code; that of the variable when left out"),
    sends: choice(["content", "path"])
      .default("content")
      .describe("what goes to STS as the token: what the file holds, or by mistake its path; content when left out"),
  })
    .transform(({ file, sends }) => (file === undefined ? { sends } : { file, sends }))
    .optional()
    .describe("the app makes the exchange in its own code instead of leaving it to the SDK's chain"),
  copies: list(
    strictObject({
      from: pattern(/^\//, "an absolute path").describe("the file"),
      to: pattern(/^\//, "an absolute path").describe("the copy"),
      append: text("text").optional().describe("text that is written behind it"),
    }),
    "a list of copies",
  )
    .default([])
    .describe("files that the container's entry point copies before the app starts"),
  hostNetwork: flag().default(false).describe("whether the pod is on the node's own network, one hop from instance metadata"),
  ...habits,
  trustedRoots: choice(["public", "company", "none"])
    .default("public")
    .describe(
      "the root certificates in the container's image: the public ones, those and the root of a company that inspects TLS, or none, as in an image without ca-certificates; public when left out",
    ),
  caFiles: record(list(choice(["public", "company"]), "a list of roots"), "roots by path")
    .default({})
    .describe("files with root certificates that the image has beside its own, for a variable such as AWS_CA_BUNDLE to name"),
  regionFromNode: flag().default(false).describe("whether the app asks instance metadata for its region before it creates a client, as many controllers do"),
  ...calledOperation,
  every: period.optional().describe("repeats the call in the background, this long after each other, as time moves"),
});

/** An app calls AWS; what it has beside its container becomes its settings. */
export const callSchema = written
  .superRefine(checkOperation)
  .transform(({ pod, namespace, container, sdk, every, action, resource, inParts, bucket, key, parameters, ...app }) => ({
    ...{ pod, namespace, container, sdk, action, resource, inParts, parameters: toParameters({ bucket, key, parameters }) },
    /** `null` for once. */
    everyMs: every === undefined ? null : toMillis(every),
    app: toSettings(app),
  }));

type WrittenApp = Omit<z.infer<typeof written>, "pod" | "namespace" | "container" | "sdk" | "every" | keyof typeof calledOperation>;

/** What an image trusts, by how it is called. */
const IMAGES = { public: ["public"], company: ["public", "company"], none: [] } as const;

function toSettings(app: WrittenApp): AppSettings {
  const { keeps, newClientPerCall, durationSeconds, expiryWindow, assumeRole, sessionPolicy, sessionPolicyArns, trustedRoots, realpathCache, ...settings } =
    app;
  const sessionPolicies = sessionPolicy === undefined && sessionPolicyArns === undefined ? undefined : { policy: sessionPolicy, policyArns: sessionPolicyArns };
  const expiryWindowSeconds = expiryWindow === undefined ? undefined : toMillis(expiryWindow) / 1000;
  return {
    ...settings,
    trustedRoots: IMAGES[trustedRoots],
    realpathCacheMs: realpathCache === undefined ? null : toMillis(realpathCache),
    habits: { keeps, newClientPerCall, durationSeconds, expiryWindowSeconds, assumeRole, sessionPolicies },
  };
}
