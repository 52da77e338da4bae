import { expect, test } from "vitest";
import { readError } from "./read-error.js";

test.each([
  { name: "JSON", body: '{"__type":"AccessDeniedException","Message":"no"}', error: { code: "AccessDeniedException", message: "no" } },
  {
    name: "JSON with a namespace",
    body: '{"__type":"com.amazon.coral.service#AccessDeniedException","message":"no"}',
    error: { code: "AccessDeniedException", message: "no" },
  },
  { name: "REST with JSON", headers: { "x-amzn-errortype": "NotThere:http://x/" }, body: '{"message":"no"}', error: { code: "NotThere", message: "no" } },
  { name: "query", body: "<ErrorResponse><Error><Code>C</Code><Message>no</Message></Error></ErrorResponse>", error: { code: "C", message: "no" } },
  { name: "EC2", body: "<Response><Errors><Error><Code>C</Code><Message>no</Message></Error></Errors></Response>", error: { code: "C", message: "no" } },
  { name: "S3", body: "<Error><Code>C</Code><Message>no </Message></Error>", error: { code: "C", message: "no " } },
  { name: "nothing", body: "", error: { code: "Unknown", message: "" } },
])("$name", ({ headers = {}, body, error }) => {
  expect(readError({ status: 400, headers, body })).toEqual(error);
});
