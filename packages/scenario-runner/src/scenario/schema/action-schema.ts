/** The actions of a timeline, as they are once each says its `kind`. */
import { SDK_IDS } from "@irsa-sim/sdk-credential-provider";
import { z } from "zod";
import { parseDuration } from "../duration.js";
import { expectationShape } from "./expectation-schema.js";
import { choice, flag, list, looseObject, pattern, record, strictObject, text } from "./expected.js";

const MAX_DURATION_DAYS = 3650;

const duration = durationFrom(0, `a duration such as 90m or 24h, at most ${MAX_DURATION_DAYS}d`);
// A period of no length would never let time move on.
const period = durationFrom(1000, "a period such as 10m or 1h, at least 1s");

const pod = text("the pod's name").describe("name of the pod");
const namespace = text("the pod's namespace").optional().describe("namespace of the pod; default when left out");

const call = strictObject({
  kind: z.literal("call"),
  pod,
  namespace,
  container: text("the container's name").optional().describe("the pod's first when left out"),
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
  action: choice(["s3:GetObject"]).describe("what the app does"),
  bucket: text("the bucket's name").describe("name of the bucket"),
  key: text("the object's key").describe("key of the object"),
  every: period.optional().describe("repeats the call in the background, this long after each other, as time moves"),
});

const deletion = strictObject({
  kind: z.literal("delete"),
  pod: text("the pod's name").optional().describe("name of the pod"),
  serviceAccount: text("the service account's name").optional().describe("name of the service account"),
  namespace: text("the object's namespace").optional().describe("namespace of the object; default when left out"),
}).refine(({ pod, serviceAccount }) => (pod === undefined) !== (serviceAccount === undefined), {
  error: "either pod or serviceAccount",
  when: ({ issues }) => issues.length === 0,
});

const fault = strictObject({
  "kubelet-stopped": flag().optional().describe("the kubelet stops: nobody replaces tokens; false starts it again"),
  "token-tampered": strictObject({
    pod,
    namespace,
    claim: text("a claim").describe("name of the claim"),
    value: text("the claim's new value").describe("what the claim becomes; the signature stays"),
  })
    .optional()
    .describe("somebody changes a claim of the pod's token"),
  unreachable: strictObject({
    host: pattern(/^[a-z0-9.-]+$/, "a host name").describe("name of the host, such as sts.eu-west-1.amazonaws.com"),
    how: choice(["timeout", "refused", "unresolved"]).optional().describe("how a connection fails; timeout when left out"),
    for: period.optional().describe("how long; for good when left out"),
    off: z.literal(true, { error: "true" }).optional().describe("ends it: the host can be reached again"),
  })
    .optional()
    .describe("a host that nobody can reach"),
});

const restart = strictObject({
  kind: z.literal("restart"),
  pod: pod.optional(),
  namespace,
  container: text("the container's name").optional().describe("the pod's first when left out"),
  kubelet: z.literal(true, { error: "true" }).optional().describe("the kubelet, which loses its token cache"),
}).refine(({ pod: podName, kubelet }) => (podName === undefined) !== (kubelet === undefined), {
  error: "either pod or kubelet",
  when: ({ issues }) => issues.length === 0,
});

const rotation = strictObject({
  kind: z.literal("rotate-issuer-key"),
  publish: flag().optional().describe("whether the new key is in the key set; true when left out"),
  keepOld: flag().optional().describe("whether the old key stays in the key set; true when left out"),
});

const iamChange = strictObject({
  kind: z.literal("iam"),
  role: text("the role's name").optional().describe("a role to create, to change or to delete"),
  oidcProvider: pattern(/^https:\/\/\S+$/, "an https:// URL")
    .optional()
    .describe("an OIDC provider to create, to change or to delete"),
  delete: z.literal(true, { error: "true" }).optional().describe("takes it away"),
  trustPolicy: looseObject({}).optional().describe("the role's new trust policy"),
  policies: record(z.union([looseObject({}), z.null()], { error: "a policy document, or null to take it away" }), "policies by name")
    .optional()
    .describe("the role's permission policies to put, or with null to take away"),
  clientIds: list(text("a client id"), "a list of client ids").optional().describe("the provider's client ids, all of them"),
  thumbprints: list(text("a thumbprint"), "a list of thumbprints").optional().describe("the provider's thumbprints, all of them"),
}).refine(({ role, oidcProvider }) => (role === undefined) !== (oidcProvider === undefined), {
  error: "either role or oidcProvider",
  when: ({ issues }) => issues.length === 0,
});

const exactlyOneFault = fault.refine((faults) => Object.keys(faults).length === 1, {
  error: `exactly one of: ${Object.keys(fault.shape).join(", ")}`,
  // An unknown fault is told as an unknown key alone.
  when: ({ issues }) => issues.length === 0,
});

/** One action. */
export const actionSchema = z.discriminatedUnion("kind", [
  strictObject({
    kind: z.literal("apply"),
    files: list(text("a file"), "a list of files").describe("Kubernetes YAML or JSON files, as for kubectl create -f"),
  }),
  deletion,
  call,
  strictObject({ kind: z.literal("advance"), duration: duration.describe("how far time moves") }),
  strictObject({ kind: z.literal("fault"), fault: exactlyOneFault.describe("what breaks") }),
  restart,
  rotation,
  iamChange,
  strictObject({ kind: z.literal("expect"), ...expectationShape, outcome: expectationShape.outcome.optional() }),
]);

/** The actions that a timeline knows. */
export const ACTION_KINDS = ["apply", "delete", "call", "advance", "fault", "restart", "rotate-issuer-key", "iam", "expect"] as const;

function durationFrom(minMs: number, what: string): z.ZodString {
  return pattern(/^(\d+[smhd])+$/, what).refine(
    (written) => {
      const durationMs = parseDuration(written);
      return durationMs === null || (durationMs >= minMs && durationMs <= MAX_DURATION_DAYS * 86_400_000);
    },
    { error: what },
  );
}
