/**
 * The scenario language. The descriptions are for its reference page; types and checks follow from the same definition.
 * Policies and Kubernetes objects stand in files of their own, and have schemas of their own.
 */
import { parseFlags } from "@irsa-sim/webhook-mutator";
import { z } from "zod";
import { actionSchema } from "./action-schema.js";
import { expectationShape } from "./expectation-schema.js";
import { choice, flag, integer, list, namedRecord, pattern, present, record, strictObject, text } from "./expected.js";

/** The issuer has so many keys to take over from the first. */
const MAX_ROTATIONS = 2;

const iamName = pattern(/^[\w+=,.@-]{1,64}$/, "letters, digits and + = , . @ - _, at most 64");
const policies = record(z.unknown(), "policy names, each with a file or a document");

const role = strictObject({
  path: pattern(/^\/([\x21-\x7e]*\/)?$/, "a path that begins and ends with /")
    .optional()
    .describe("path of the role; / when left out"),
  trustPolicy: present("a file or a policy document").describe("a file (a policy document, or the output of aws iam get-role), or the document itself"),
  policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
  maxSessionDurationSeconds: integer(3600, 43_200).optional().describe("the longest session that the role allows; 3600 when left out"),
});

const oidcProvider = strictObject({
  url: pattern(/^https:\/\/\S+$/, "an https:// URL").describe("the issuer, with https://; the variable issuerUrl is the cluster's own"),
  clientIds: list(text("a client id"), "a list of client ids").describe("audiences that the provider accepts"),
  thumbprints: list(pattern(/^[0-9a-fA-F]{40}$/, "40 hex characters"), "a list of thumbprints")
    .optional()
    .describe("SHA-1 thumbprints of certificates; computed from the issuer's when left out"),
});

const cluster = strictObject({
  name: text("the cluster's name").describe("name of the cluster"),
  region: pattern(/^[a-z]{2}(-[a-z]+)+-\d$/, "a region such as eu-west-1").describe("AWS region of the cluster and of the services that are called"),
  issuerId: pattern(/^[0-9A-F]{32}$/, "32 upper-case hex characters").describe("last part of the issuer's URL"),
  node: text("the node's name").describe("name of the only node"),
  instanceId: pattern(/^i-[0-9a-f]{8,17}$/, "an instance id such as i-0a1b2c3d4e5f67890").describe("the node's EC2 instance"),
  instanceMetadata: strictObject({
    endpoint: choice(["enabled", "disabled"]).optional().describe("whether the service answers; enabled when left out"),
    tokens: choice(["required", "optional"]).optional().describe("required for version 2 only; required when left out"),
    hopLimit: integer(1, 64).optional().describe("2 lets pods in, 1 keeps them out; 2 when left out"),
  })
    .optional()
    .describe("the node's instance metadata service"),
  maxTokenExpirationSeconds: integer(3600, 4_294_967_296).optional().describe("--service-account-max-token-expiration; 86400 when left out, as on EKS"),
  clockSkews: strictObject({
    app: integer(-31_536_000, 31_536_000).optional().describe("of the apps' containers"),
    sts: integer(-31_536_000, 31_536_000).optional().describe("of STS"),
    issuer: integer(-31_536_000, 31_536_000).optional().describe("of the control plane, which issues tokens"),
    node: integer(-31_536_000, 31_536_000).optional().describe("of the node, and so of the kubelet"),
  })
    .optional()
    .describe("wrong clocks, in seconds ahead or, when negative, behind"),
});

const webhookFlag = pattern(/^--\S+$/, "a flag such as --token-expiration=3600").refine((written) => "settings" in parseFlags([written]), {
  error: "a flag of the webhook with a value that it takes, such as --token-expiration=3600",
});

const webhook = strictObject({
  region: z.string({ error: "a region, or an empty text" }).describe("--aws-default-region: the region that the webhook gives to pods; none when empty"),
  stsRegionalEndpoints: flag().describe("--sts-regional-endpoint: whether pods are told to call STS in their region"),
  flags: list(webhookFlag, "a list of flags").optional().describe("more flags of the webhook, such as --token-expiration=3600"),
  containerCredentials: list(
    strictObject({ namespace: text("a namespace"), serviceAccount: text("a service account") }),
    "a list of namespaces and service accounts",
  )
    .optional()
    .describe("service accounts that get EKS Pod Identity instead, as the webhook's file lists them"),
});

const aws = strictObject({
  account: pattern(/^\d{12}$/, "an account id of 12 digits, in quotes").describe("the account of roles, providers and buckets"),
  oidcProviders: list(oidcProvider, "a list of OIDC providers").describe(
    "OIDC providers in IAM, each written out or a file with the output of aws iam get-open-id-connect-provider",
  ),
  roles: namedRecord(iamName, role, "roles by name").describe("IAM roles by name"),
  nodeRole: strictObject({
    absent: flag().optional().describe("true for a node whose instance profile has no role, as on Fargate"),
    name: iamName.describe("name of the role"),
    policies: policies.optional().describe("permission policies by name, each a file or the document itself"),
  }).describe("the role of the node, which SDKs fall back to"),
  buckets: record(record(z.string({ error: "the object's content as text" }), "keys and contents"), "buckets by name").describe(
    "S3 buckets by name, each with keys and contents",
  ),
});

const expectation = strictObject(expectationShape);

const lesson = strictObject({
  story: text("a story").optional().describe("what happened, as a colleague would tell it"),
  question: text("a question").optional().describe("asked before the answer is shown"),
  hints: list(text("a hint"), "a list of hints").optional().describe("shown one after the other"),
  reveal: text("the answer").optional().describe("the answer"),
});

/** A scenario after merging: what a `base` gave and a file added. */
export const scenarioSchema = strictObject({
  title: text("a title").describe("one line that says what is special"),
  description: text("a description").optional().describe("what happens, in a few sentences"),
  tags: list(text("a tag"), "a list of tags").optional().describe("words to filter by"),
  base: text("the name of a scenario").optional().describe("everything not given here comes from that scenario"),
  patch: z.unknown().optional().describe("addresses and the values to merge in there (RFC 7396); null takes a place away"),
  cluster: cluster.describe("the EKS cluster"),
  webhook: webhook.describe("flags of the pod identity webhook"),
  aws: aws.describe("the AWS account"),
  timeline: list(actionSchema, "a list of actions")
    .refine((actions) => actions.filter(({ kind }) => kind === "rotate-issuer-key").length <= MAX_ROTATIONS, {
      error: `at most ${MAX_ROTATIONS} rotations of the issuer's key`,
    })
    .describe("what happens, in order; an action has exactly one key"),
  expect: expectation.describe("how the run must come out; replaces the base's expectation as a whole"),
  lesson: lesson.optional().describe("for the stepper and the page"),
  fix: strictObject({ patch: present("addresses and values").describe("as patch; applied after the failure") })
    .optional()
    .describe("what makes the scenario succeed"),
});

/** What the schema lets through. */
export type ScenarioDocument = z.infer<typeof scenarioSchema>;
