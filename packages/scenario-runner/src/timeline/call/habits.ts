/** What an app does about its credentials by itself. */
import type { JsonObject } from "@irsa-sim/core";
import { choice, duration, flag, integer, list, looseObject, pattern, period, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

const policy = looseObject({}) as unknown as z.ZodType<JsonObject, JsonObject>;
const policyArns = list(pattern(/^arn:\S+$/, "an ARN"), "a list of ARNs");

/** Session policies, and what else an app asks for with a role of its own. */
const sessionPolicy = policy.optional().describe("a policy that limits the session: a file or the document itself; none when left out");
const sessionPolicyArns = policyArns.optional().describe("ARNs of managed policies that limit the session too; none when left out");

const durationSeconds = integer(1, 1_000_000).optional();

export const habits = {
  sessionPolicy,
  sessionPolicyArns,
  keeps: choice(["token", "credentials"])
    .optional()
    .describe("what the app reads once and hands to its client for ever: the token as text, or the credentials; the SDK looks after both when left out"),
  newClientPerCall: flag().optional().describe("whether the app makes a new client for each call, as PHP does for each web request; false when left out"),
  durationSeconds: durationSeconds.describe("how long a session the app asks for; what the SDK asks for when left out"),
  expiryWindow: duration
    .optional()
    .describe("how long before their end the app has its credentials replaced, 0s for only once expired; the SDK's own rule when left out"),
  assumeRole: strictObject({
    roleArn: pattern(/^arn:\S+$/, "an ARN").describe("ARN of the role"),
    sessionName: pattern(/^\S+$/, "a session name").optional().describe("name of the session; made by the SDK when left out"),
    durationSeconds: durationSeconds.describe("how long a session is asked for; an hour when left out"),
    policy: sessionPolicy,
    policyArns: sessionPolicyArns,
    tags: record(z.string({ error: "text" }), "tags by key")
      .optional()
      .describe("session tags by key, for which sts:TagSession must be allowed; none when left out"),
    transitiveTagKeys: list(text("a tag's key"), "a list of keys").optional().describe("tags that the next session of a chain has too; none when left out"),
    externalId: text("an external id").optional().describe("what the trust policy may ask for as sts:ExternalId; not sent when left out"),
    sourceIdentity: text("a source identity")
      .optional()
      .describe("who is behind the session, for which sts:SetSourceIdentity must be allowed; not sent when left out"),
  })
    .optional()
    .describe("a role of the app's own settings, which it assumes with the credentials that the SDK found"),
  realpathCache: period
    .optional()
    .describe("how long the app's runtime remembers where a path's links led, as PHP's realpath cache does for two minutes; not at all when left out"),
};
