import type { JsonObject, TraceEvent } from "@irsa-sim/core";
import { describe, expect, test } from "vitest";
import { playTimeline } from "../../../test/play-timeline.js";
import { annotateSchema } from "./schema.js";

const ACCOUNT = "serviceAccount: my-service-account";

/** The annotations after the last change of an object. */
function annotationsIn(events: readonly TraceEvent[], what: string): unknown {
  const changed = events.findLast((event) => event.kind === "change" && event.what.toLowerCase().startsWith(what));
  return changed?.kind === "change" ? ((changed.after as JsonObject).metadata as JsonObject).annotations : undefined;
}

describe("what becomes of a service account's annotations", () => {
  test.each<{ readonly name: string; readonly annotations: string; readonly after: object }>([
    { name: "one more", annotations: "{ a: b }", after: { a: "b", "eks.amazonaws.com/role-arn": "arn:aws:iam::111122223333:role/my-pod-role" } },
    { name: "another value", annotations: "{ eks.amazonaws.com/role-arn: other }", after: { "eks.amazonaws.com/role-arn": "other" } },
    { name: "one less", annotations: "{ eks.amazonaws.com/role-arn: null, a: b }", after: { a: "b" } },
  ])("$name", async ({ annotations, after }) => {
    const { failure, events } = await playTimeline([`annotate: { ${ACCOUNT}, annotations: ${annotations} }`]);
    expect([failure, annotationsIn(events, "serviceaccount")]).toEqual([null, after]);
  });
});

test("a pod that runs gets no role by it, and the work is about that pod", async () => {
  const { failure, span, expectations } = await playTimeline(
    [
      'annotate: { pod: my-pod, annotations: { eks.amazonaws.com/token-expiration: "3600" } }',
      `annotate: { ${ACCOUNT}, annotations: { eks.amazonaws.com/role-arn: "arn:aws:iam::111122223333:role/my-pod-role" } }`,
      "expect: { pod: { name: my-pod, environment: { AWS_ROLE_ARN: null } } }",
    ],
    "patch:\n  kubernetes.ServiceAccount[my-service-account].metadata.annotations: null\n",
  );
  expect([failure, expectations.filter(({ met }) => !met)]).toEqual([null, []]);
  expect(span("Annotate Pod my-pod")).toMatchObject({ step: 1, actor: "developer", subject: { pod: "default/my-pod" } });
});

test("each replica of a pod is annotated", async () => {
  const { failure, span } = await playTimeline(["annotate: { pod: my-pod, annotations: { a: b } }"], "replicas: 2\n");
  expect([failure, span("Annotate Pod my-pod-0")?.kind, span("Annotate Pod my-pod-1")?.kind]).toEqual([null, "span", "span"]);
});

test("what is not there cannot be annotated", async () => {
  const { failure } = await playTimeline(["annotate: { serviceAccount: nobody, annotations: { a: b } }"]);
  expect(failure).toMatchObject({ step: 1, code: "NotFound", status: 404 });
});

test.each([
  { name: "neither a pod nor a service account", written: { annotations: {} } },
  { name: "both", written: { pod: "p", serviceAccount: "s", annotations: {} } },
])("$name is refused", ({ written }) => {
  expect(annotateSchema.safeParse(written).error?.issues.map(({ message }) => message)).toEqual(["either pod or serviceAccount"]);
});
