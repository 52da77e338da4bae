import { expect, test } from "vitest";
import { refusalOf } from "./eks-auth-refusal.js";

const HEADERS = { "x-amzn-errortype": "AccessDeniedException", "x-amzn-requestid": "id" };

test.each([
  { name: "a refusal", status: 400, headers: HEADERS, body: '{"message":"No."}', message: "[id]: (AccessDeniedException): No., fault: client" },
  { name: "a fault of the service", status: 503, headers: HEADERS, body: '{"message":"No."}', message: "[id]: (AccessDeniedException): No., fault: server" },
  { name: "a proxy's page", status: 502, headers: {}, body: "<html>", message: "[]: (UnknownError): , fault: server" },
])("$name", ({ status, headers, body, message }) => {
  expect(refusalOf({ status, headers, body })).toEqual({ status, message });
});
