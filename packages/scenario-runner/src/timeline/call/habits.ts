/** What an app does about its credentials by itself. */
import { choice, duration, flag, integer, pattern, period, strictObject } from "@irsa-sim/core/schema";

const durationSeconds = integer(1, 1_000_000).optional();

export const habits = {
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
  })
    .optional()
    .describe("a role of the app's own settings, which it assumes with the credentials that the SDK found"),
  realpathCache: period
    .optional()
    .describe("how long the app's runtime remembers where a path's links led, as PHP's realpath cache does for two minutes; not at all when left out"),
};
