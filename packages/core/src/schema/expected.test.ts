import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { choice, flag, integer, list, looseObject, minorVersion, namedRecord, pattern, present, record, strictObject, text } from "./expected.js";
import { container, duration, namespace, period, pod } from "./fields.js";

/** The first fault of a value; `null` when it is right. */
function faultOf(schema: z.ZodType, value: unknown): string | null {
  return schema.safeParse(value).error?.issues[0]?.message ?? null;
}

const DURATION = "a duration such as 90m or 24h, at most 3650d";
const PERIOD = "a period such as 10m or 1h, at least 1s";
const VERSION = 'a minor version of Kubernetes in quotes, such as "1.29"';

describe("a value that is wrong is told what would be right", () => {
  test.each<{
    readonly name: string;
    readonly schema: z.ZodType;
    readonly right: readonly unknown[];
    readonly wrong: readonly unknown[];
    readonly says: string;
  }>([
    { name: "text", schema: text(), right: ["a"], wrong: ["", 1, null], says: "text" },
    { name: "text with a meaning", schema: text("a name"), right: ["a"], wrong: [""], says: "a name" },
    { name: "pattern", schema: pattern(/^a+$/, "some a"), right: ["aa"], wrong: ["b", "", 1], says: "some a" },
    { name: "choice", schema: choice(["a", "b"]), right: ["a", "b"], wrong: ["c", 1, undefined], says: "one of: a, b" },
    { name: "record", schema: record(text(), "names"), right: [{ "": "b" }, {}], wrong: ["a", []], says: "names" },
    { name: "named record", schema: namedRecord(pattern(/^a$/, "a"), text(), "names"), right: [{ a: "b" }], wrong: ["a"], says: "names" },
    { name: "list", schema: list(text(), "some names"), right: [[], ["a"]], wrong: ["a", {}], says: "some names" },
    { name: "present", schema: present("anything"), right: [null, 0, ""], wrong: [undefined], says: "anything" },
    { name: "integer", schema: integer(2, 4), right: [2, 3, 4], wrong: [1, 5, 2.5, "3"], says: "a whole number from 2 to 4" },
    { name: "flag", schema: flag(), right: [true, false], wrong: ["true", 0], says: "true or false" },
    { name: "strict object", schema: strictObject({ a: flag(), b: flag() }), right: [{ a: true, b: true }], wrong: ["a", null], says: "an object with: a, b" },
    {
      name: "strict object, a member too many",
      schema: strictObject({ a: flag(), b: flag() }),
      right: [],
      wrong: [{ a: true, b: true, c: 1 }],
      says: "one of: a, b",
    },
    { name: "loose object", schema: looseObject({ a: flag(), b: flag() }), right: [{ a: true, b: true, c: 1 }], wrong: [1], says: "an object with: a, b" },
    { name: "version", schema: minorVersion, right: ["1.9", "1.29"], wrong: ["1.", "1.290", "11.2", "v1.2", 1.29], says: VERSION },
    { name: "duration", schema: duration, right: ["0s", "3650d", "1h30m"], wrong: ["3650d1s", "1", "h", "1h 30m", "", 5], says: DURATION },
    { name: "period", schema: period, right: ["1s", "3650d"], wrong: ["0s", "0m0s", "3650d1s", "x"], says: PERIOD },
    { name: "pod", schema: pod, right: ["a"], wrong: [""], says: "the pod's name" },
    { name: "namespace", schema: namespace, right: ["a", undefined], wrong: [""], says: "the pod's namespace" },
    { name: "container", schema: container, right: ["a", undefined], wrong: [""], says: "the container's name" },
  ])("$name", ({ schema, right, wrong, says }) => {
    expect(right.map((value) => faultOf(schema, value))).toEqual(right.map(() => null));
    expect(wrong.map((value) => faultOf(schema, value))).toEqual(wrong.map(() => says));
  });
});

test("a loose object passes on what it does not know", () => {
  expect(looseObject({ a: flag() }).parse({ a: true, c: 1 })).toEqual({ a: true, c: 1 });
});

test("fields say what they are", () => {
  expect([pod.description, namespace.description, container.description]).toEqual([
    "name of the pod",
    "namespace of the pod; default when left out",
    "the pod's first when left out",
  ]);
});
