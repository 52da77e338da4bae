import { CAUSES } from "@irsa-sim/diagnosis";
import { describe, expect, test } from "vitest";
import { unwrapped } from "../text/unwrapped.js";
import { wordsOf } from "../text/words-of.js";
import { findKinds, MESSAGE_KINDS } from "./find-kinds.js";
import { ROWS } from "./message-rows.test-support.js";

describe.each(Object.entries(ROWS))("%s", (kind, texts) => {
  test.each(Object.entries(texts))("%s", (_, text) => {
    const found = [text, unwrapped(text)].map((form) => findKinds(wordsOf(form)).map(({ id }) => id));
    expect(found.map(([lead]) => lead)).toContain(kind);
  });
});

test.each([
  "npm ERR! Error: EACCES: permission denied, mkdir '/usr/local/lib/node_modules'",
  "java.sql.SQLException: Access denied for user 'root'@'10.0.0.1' (using password: YES)",
  "upstream timed out (110: Connection timed out) while connecting to upstream",
  'MountVolume.SetUp failed for volume "config" : configmap "app-config" not found',
  "docker: pull access denied for foo, repository does not exist",
  "Error: getaddrinfo ENOTFOUND api.example.com",
  "403 Forbidden",
])("of no kind: %s", (text) => {
  expect(findKinds(wordsOf(text))).toEqual([]);
});

test("every kind has an id of its own and names causes of the catalogue", () => {
  expect(new Set(MESSAGE_KINDS.map(({ id }) => id)).size).toBe(MESSAGE_KINDS.length);
  const ids = CAUSES.map(({ id }) => id);
  expect(MESSAGE_KINDS.flatMap(({ causes }) => causes.filter((cause) => !ids.includes(cause)))).toEqual([]);
});
