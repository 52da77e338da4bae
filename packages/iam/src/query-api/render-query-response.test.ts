import { epochMillis } from "@irsa-sim/core";
import { expect, test } from "vitest";
import { renderQueryError } from "./render-query-response.js";

test.each([
  { status: 499, type: undefined, shown: "Sender" },
  { status: 500, type: undefined, shown: "Receiver" },
  { status: 400, type: "Receiver" as const, shown: "Receiver" },
])("who is to blame for $status, told $type: $shown", ({ status, type, shown }) => {
  const error = { namespace: "urn:x", code: "C", message: null, status, requestId: "r-1", now: epochMillis(0), ...(type === undefined ? {} : { type }) };
  const response = renderQueryError(error);
  expect(response.body).toContain(`<Error>\n    <Type>${shown}</Type>\n    <Code>C</Code>\n  </Error>`);
  expect(response.headers).toMatchObject({ "x-amzn-requestid": "r-1", "content-type": "text/xml", date: "Thu, 01 Jan 1970 00:00:00 GMT" });
});

test("what XML cannot say is replaced, so that every answer can be read", () => {
  const error = { namespace: "urn:x", code: "C", message: "a\u0000\u0001\t\uD800b\u{1F600}", status: 400, requestId: "r-1", now: epochMillis(0) };
  expect(renderQueryError(error).body).toContain("<Message>a\uFFFD\uFFFD\t\uFFFDb\u{1F600}</Message>");
});
