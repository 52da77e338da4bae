import { expect, test } from "vitest";
import { readBearerToken } from "./read-bearer-token.js";

const IGNORED = "the provided Authorization header contains extra space before the bearer token, and is ignored";

test.each([
  { header: "", token: null, warning: null },
  { header: "Bearer", token: null, warning: null },
  { header: "Bearer ", token: null, warning: null },
  { header: "Basic YTpi", token: null, warning: null },
  { header: "Bearer abc", token: "abc", warning: null },
  { header: "BEARER abc", token: "abc", warning: null },
  { header: "  Bearer abc  ", token: "abc", warning: null },
  { header: "Bearer abc def", token: "abc", warning: null },
  { header: "Bearer  abc", token: null, warning: IGNORED },
  { header: "Bearerabc", token: null, warning: null },
])("$header", ({ header, token, warning }) => {
  expect(readBearerToken(header)).toEqual({ token, warning });
});
