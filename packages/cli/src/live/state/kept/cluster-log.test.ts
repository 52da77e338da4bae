import { describe, expect, test } from "vitest";
import { createLogWriter, type LoggedChange, type LogHead, readLog } from "./cluster-log.js";

const HEAD: LogHead = { schema: "s", scenario: "basic", beginning: "b" };

const change = (name: string, version: number, more: Partial<LoggedChange> = {}): LoggedChange => ({
  ...{ cluster: "one", version, isGone: false },
  object: { kind: "ConfigMap", apiVersion: "v1", metadata: { name, namespace: "default", uid: `uid of ${name}`, resourceVersion: String(version) } },
  ...more,
});

function written(...changes: readonly LoggedChange[]): string {
  const writer = createLogWriter();
  return [HEAD, ...changes].map((content) => writer.line(content)).join("");
}

/** The state of each cluster: its version, and what is there. */
function told(text: string): unknown {
  const log = readLog(text);
  return log === null
    ? null
    : Object.fromEntries(
        [...log.states].map(([name, { version, objects }]) => [name, `${version}: ${objects.map(({ metadata }) => metadata.name).join(" ")}`]),
      );
}

test("what is read is what was written, each object as it was last", () => {
  const text = written(change("a", 1), change("b", 2), change("a", 3), change("b", 4, { isGone: true }), change("c", 9, { cluster: "two" }));
  expect(readLog(text)?.head).toEqual(HEAD);
  expect(told(text)).toEqual({ one: "4: a", two: "9: c" });
  expect(readLog(text)?.states.get("one")?.objects[0]?.metadata.resourceVersion).toBe("3");
});

test("what comes back under its name stands behind what was made meanwhile", () => {
  expect(told(written(change("a", 1), change("b", 2), change("a", 3, { isGone: true }), change("a", 4)))).toEqual({ one: "4: b a" });
});

describe("a log that was cut off is read up to there", () => {
  const whole = written(change("a", 1), change("b", 2));
  const lastLine = whole.lastIndexOf("\n", whole.length - 2) + 1;
  test.each([1, 10, whole.length - lastLine])("by %i characters", (characters) => {
    expect(told(whole.slice(0, -characters))).toEqual({ one: "1: a" });
  });
});

test.each([
  { name: "nothing", text: "" },
  { name: "a head that was cut off", text: written().slice(0, -1) },
  { name: "another letter", text: written(change("a", 1), change("b", 2)).replace("uid of a", "uid of b") },
  { name: "a line that is missing", text: written(change("a", 1), change("b", 2)).replace(/\n[^\n]*\n/, "\n") },
  { name: "a line that stands twice", text: written(change("a", 1)).replace(/\n([^\n]*\n)$/, "\n$1$1") },
  { name: "zeros", text: "\u0000".repeat(300) },
  { name: "no line of ours", text: "{}\n" },
])("damaged: $name", ({ text }) => {
  expect(readLog(text)).toBeNull();
});
