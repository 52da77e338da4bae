import { expect, test } from "vitest";
import { createRandom } from "./random.js";

test("the same seed gives the same values, another seed others", () => {
  const draw = (seed: string): readonly number[] =>
    Array.from(
      { length: 20 },
      (
        (random) => () =>
          random.integer(0, 1_000_000)
      )(createRandom(seed)),
    );
  expect(draw("1")).toEqual(draw("1"));
  expect(draw("1")).not.toEqual(draw("2"));
});

test("drawing from one stream changes no other", () => {
  const alone = createRandom("1").stream("kubelet").uuid();
  const random = createRandom("1");
  random.stream("webhook").bytes(100);
  random.uuid();
  expect(random.stream("kubelet").uuid()).toBe(alone);
});

test("both ends of a range come up, and nothing outside", () => {
  const random = createRandom("ends");
  const drawn = new Set(Array.from({ length: 2000 }, () => random.integer(0, 9)));
  expect([...drawn].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("a fraction is at least 0 and less than 1", () => {
  const random = createRandom("fraction");
  expect(Array.from({ length: 1000 }, () => random.fraction()).every((value) => value >= 0 && value < 1)).toBe(true);
});

test("a UUID is one of version 4", () => {
  const random = createRandom("uuid");
  const uuids = Array.from({ length: 50 }, () => random.uuid());
  for (const uuid of uuids) expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(uuids).size).toBe(50);
});

test("text has the length and the alphabet asked for", () => {
  expect(createRandom("text").text(200, "ab")).toMatch(/^[ab]{200}$/);
});
