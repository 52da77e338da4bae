/** What a scenario expects, at its end or in between. */

import { choice, flag, integer, list, looseObject, pattern, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

const cluster = text("a cluster's name").optional().describe("name of the cluster; the first when left out");

const podName = {
  name: text("the pod's name").describe("name of the pod"),
  namespace: text("the pod's namespace").optional().describe("namespace of the pod; default when left out"),
};
const container = text("the container's name").optional().describe("the pod's first when left out");

const pod = strictObject({
  ...podName,
  cluster,
  container,
  running: flag().optional().describe("whether the container runs"),
  created: integer(0, 1_000_000).optional().describe("how often a pod of this name has been created up to then, by whomever"),
  environment: record(z.union([z.string(), z.null()], { error: "text, or null for a variable that is not set" }), "environment variables by name")
    .optional()
    .describe("environment variables of the container as the API server stores them; null for one that is not set"),
});

const token = strictObject({
  pod: podName.name,
  namespace: podName.namespace,
  cluster,
  container,
  claims: looseObject({}).optional().describe("claims of the token in the pod; what is left out is not compared"),
});

const cloudTrail = list(looseObject({}), "a list of parts of events").describe(
  "events that the trail must hold, each with the members that matter; an empty list for an empty trail",
);

/** The lines of an expectation; only the last one, at the end, must say how the run ends. */
export const expectationShape = {
  outcome: choice(["succeeded", "refused"]).describe("how the run ends"),
  step: integer(0, 9).optional().describe("the step in which the refusal arises"),
  error: strictObject({
    code: text("the service's error code").optional().describe("for example AccessDenied"),
    status: integer(100, 599).optional().describe("HTTP status"),
    message: text("the service's text").optional().describe("the text, exactly, with * for parts that chance makes, such as a session's name"),
  })
    .optional()
    .describe("what the caller is told"),
  cause: text("a cause id").optional().describe("id of the cause, as in the catalogue of causes"),
  check: text("a check id such as sts.trust-policy").optional().describe("id of the check that failed"),
  principal: pattern(/^arn:\S+$/, "an ARN, with * for parts that chance makes")
    .optional()
    .describe("who the resource saw calling: an ARN, with * for the session's name"),
  expected: text("the value that the check wanted").optional().describe("the value that the check wanted"),
  actual: text("the value that the check found").optional().describe("the value that the check found"),
  pod: pod.optional().describe("the state of a pod"),
  token: token.optional().describe("the token that a container reads"),
  warnings: list(text("a cause id"), "a list of cause ids")
    .optional()
    .describe("ids of the causes that are found although nothing was refused for them, all of them and in order of the alphabet; an empty list for none"),
  cloudTrail: cloudTrail.optional().describe("what CloudTrail recorded"),
};
