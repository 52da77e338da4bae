import { NetworkError } from "@irsa-sim/core";
import { expect, test } from "vitest";
import type { Connection } from "./connection.js";
import { explainNoAnswer, explainStatus } from "./explain-api-problem.js";

const CONNECTION = { server: "https://10.0.0.1:6443", source: "context x of config" } as Connection;
const ASKED = { connection: CONNECTION, what: "read pods", right: "somebody must grant it" };
const status = (message: string): string => JSON.stringify({ kind: "Status", message });

test.each([
  { name: "unknown credentials", code: 401, body: status("Unauthorized"), message: /found {5}HTTP 401: Unauthorized/, hint: /may have expired/ },
  {
    name: "no right",
    code: 403,
    body: status('pods is forbidden: User "u"'),
    message: /does not let irsa-sim read pods[\s\S]+pods is forbidden/,
    hint: /^somebody must grant it$/,
  },
  { name: "no such object", code: 404, body: status('pods "p" not found'), message: /^pods "p" not found \(context x of config\)$/, hint: /this namespace/ },
  { name: "no API server", code: 404, body: "<html>", message: /HTTP 404: <html>/, hint: /the address of an API server/ },
  { name: "a fault of the server", code: 500, body: "", message: /HTTP 500$/, hint: /log/ },
])("$name is told", ({ code, body, message, hint }) => {
  const problem = explainStatus({ status: code, headers: {}, body }, ASKED);
  expect(problem.message).toMatch(message);
  expect(problem.hint).toMatch(hint);
});

test("why no answer came is told with what to do", () => {
  const problem = explainNoAnswer(new NetworkError("ERR_TLS_UNTRUSTED", "self-signed certificate"), CONNECTION);
  expect(problem).toEqual({
    message: "https://10.0.0.1:6443 gives no answer (context x of config)\n  expected  an API server\n  found     ERR_TLS_UNTRUSTED: self-signed certificate",
    hint: expect.stringContaining("certificate-authority-data") as string,
  });
});
