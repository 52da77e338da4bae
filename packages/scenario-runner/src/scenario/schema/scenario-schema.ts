/**
 * The scenario language. The descriptions are for its reference page; types and checks follow from the same definition.
 * Policies and manifests stand in files of their own, and have schemas of their own.
 */
import { z } from "zod";
import { choice, flag, integer, list, pattern, record, strictObject, text } from "./expected.js";

const duration = pattern(/^(\d+[smhd])+$/, "a duration such as 90m or 24h").describe("hours, minutes, seconds and days: 90m, 24h, 1h30m");
const arnSafeName = pattern(/^[\w+=,.@-]{1,64}$/, "a name of letters, digits and + = , . @ - _");

const policies = record(z.unknown(), "policy names, each with a file or a document");

const role = strictObject({
  path: pattern(/^\/([\x21-\x7e]*\/)?$/, "a path that begins and ends with /")
    .optional()
    .describe("path of the role, / when left out"),
  trustPolicy: z.unknown().describe("a file (a policy document, or the output of aws iam get-role), or the document itself"),
  policies: policies.optional().describe("permission policies by name, each a file or a document"),
  maxSessionDurationSeconds: integer(3600, 43_200).optional().describe("3600 when left out"),
});

const oidcProvider = strictObject({
  url: pattern(/^https:\/\/\S+$/, "an https:// URL").describe("the issuer, with https://"),
  clientIds: list(text(), "a list of client ids").describe("audiences that the provider accepts"),
  thumbprints: list(pattern(/^[0-9a-fA-F]{40}$/, "40 hex characters"), "a list of thumbprints")
    .optional()
    .describe("computed from the issuer's certificates when left out"),
});

const call = strictObject({
  kind: z.literal("call"),
  pod: text("the pod's name"),
  namespace: text("the pod's namespace").optional(),
  container: text("the container's name").optional(),
  sdk: choice(["dotnet-v3", "dotnet", "botocore", "js-v3"]).describe("which SDK the app is built with; dotnet is short for dotnet-v3"),
  action: choice(["s3:GetObject"]),
  bucket: text("the bucket's name"),
  key: text("the object's key"),
  every: duration.optional().describe("the call repeats in the background as time moves"),
});

const fault = strictObject({
  "kubelet-stopped": z.literal(true, { error: "true" }).optional(),
  "token-tampered": strictObject({
    pod: text("the pod's name"),
    namespace: text("the pod's namespace").optional(),
    claim: text("a claim"),
    value: text("the claim's new value"),
  }).optional(),
});

const action = z.discriminatedUnion("kind", [
  strictObject({ kind: z.literal("apply"), files: list(text("a file"), "a list of files") }),
  call,
  strictObject({ kind: z.literal("advance"), duration }),
  strictObject({ kind: z.literal("fault"), fault }),
]);

/** The actions that a timeline knows. */
export const ACTION_KINDS = ["apply", "call", "advance", "fault"] as const;

const expectation = strictObject({
  outcome: choice(["succeeded", "refused"]),
  step: integer(0, 9).optional().describe("the step in which the refusal arises"),
  error: strictObject({
    code: text("the service's error code").optional(),
    status: integer(100, 599).optional(),
    message: text("the service's text").optional(),
  }).optional(),
  cause: text("a cause id").optional(),
  check: text("a check id such as sts.trust-policy").optional(),
  expected: text("the value that the check wanted").optional(),
  actual: text("the value that the check found").optional(),
});

/** A scenario after merging: what a `base` gave and a file added. */
export const scenarioSchema = strictObject({
  title: text("a title").describe("one line that says what is special"),
  description: text("a description").optional(),
  tags: list(text("a tag"), "a list of tags").optional(),
  base: text("the name of a scenario").optional().describe("everything not given here comes from that scenario"),
  patch: z.unknown().optional().describe("addresses and the values to merge in there (RFC 7396)"),
  cluster: strictObject({
    name: text("the cluster's name"),
    region: pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-west-1"),
    issuerId: pattern(/^[0-9A-F]{32}$/, "32 upper-case hex characters"),
    node: text("the node's name"),
    instanceId: pattern(/^i-[0-9a-f]{8,17}$/, "an instance id such as i-0a1b2c3d4e5f67890"),
  }),
  webhook: strictObject({ region: z.string({ error: "a region, or an empty text" }), stsRegionalEndpoints: flag() }),
  aws: strictObject({
    account: pattern(/^\d{12}$/, "an account id of 12 digits, in quotes"),
    oidcProviders: list(oidcProvider, "a list of OIDC providers"),
    roles: record(role, "roles by name").refine((roles) => Object.keys(roles).every((name) => arnSafeName.safeParse(name).success), {
      error: "role names of letters, digits and + = , . @ - _",
    }),
    nodeRole: strictObject({ name: arnSafeName, policies: policies.optional() }),
    buckets: record(record(z.string({ error: "the object's content as text" }), "keys and contents"), "buckets by name"),
  }),
  kubernetes: z.unknown().optional(),
  timeline: list(action, "a list of actions"),
  expect: expectation,
  lesson: strictObject({
    story: text().optional(),
    question: text("a question").optional(),
    hints: list(text("a hint"), "a list of hints").optional(),
    reveal: text("the answer").optional(),
  }).optional(),
  fix: strictObject({ patch: z.unknown() }).optional().describe("what makes the scenario succeed"),
});

/** What the schema lets through. */
export type ScenarioDocument = z.infer<typeof scenarioSchema>;
