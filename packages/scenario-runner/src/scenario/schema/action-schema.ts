/** The actions of a timeline, as they are once each says its `kind`. */
import { z } from "zod";
import { parseDuration } from "../duration.js";
import { expectationShape } from "./expectation-schema.js";
import { choice, list, pattern, strictObject, text } from "./expected.js";

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
  sdk: choice(["dotnet-v3", "dotnet", "botocore", "js-v3"]).describe("the AWS SDK that the app is built with; dotnet is short for dotnet-v3"),
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
  "kubelet-stopped": z.literal(true, { error: "true" }).optional().describe("the kubelet stops: nobody replaces tokens"),
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
  })
    .optional()
    .describe("a host that nobody can reach"),
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
  strictObject({ kind: z.literal("expect"), ...expectationShape, outcome: expectationShape.outcome.optional() }),
]);

/** The actions that a timeline knows. */
export const ACTION_KINDS = ["apply", "delete", "call", "advance", "fault", "expect"] as const;

function durationFrom(minMs: number, what: string): z.ZodString {
  return pattern(/^(\d+[smhd])+$/, what).refine(
    (written) => {
      const durationMs = parseDuration(written);
      return durationMs === null || (durationMs >= minMs && durationMs <= MAX_DURATION_DAYS * 86_400_000);
    },
    { error: what },
  );
}
