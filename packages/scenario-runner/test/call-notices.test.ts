/** Calls that cannot be played are named before they are. */
import { expect, test } from "vitest";
import { findServiceKeyNotices, loadScenario } from "../src/index.js";
import { catalogueFiles } from "./catalogue.js";

test.each([
  { action: "s3:GetObject", beginning: null },
  { action: "sqs:SendMessage", beginning: null },
  { action: "s3:ReplicateObject", beginning: "s3:ReplicateObject is an action that no operation has for a name" },
  { action: "dynamodb:GetItems", beginning: "Amazon DynamoDB has no operation GetItems; perhaps GetItem" },
])("a call of $action: $beginning", async ({ action, beginning }) => {
  const text = `title: variant\nbase: basic\nexpect: { outcome: refused }\ntimeline:\n  - apply: [service-account.yaml, pod.yaml]\n  - call: { pod: my-pod, sdk: go-v2, action: "${action}", resource: "*" }\n`;
  const scenario = loadScenario(catalogueFiles({ "variant/scenario.yaml": text }), "variant");
  const found = await findServiceKeyNotices(scenario);
  expect(found.map(({ message, line }) => [message.slice(0, beginning?.length), line])).toEqual(beginning === null ? [] : [[beginning, 6]]);
});
