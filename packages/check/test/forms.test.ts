/** The same world gives the same verdict in every form, and what is wrong is found where it was written. */
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { WORKING } from "./forms/world.js";
import { changedPlaces, isChanged } from "./mutations/changed-places.js";
import { MUTATIONS } from "./mutations/mutations.js";

describe.each(MUTATIONS)("$name", ({ apply, cause }) => {
  const cases = FORMS.flatMap(({ name, write }) => {
    const [before, after] = [write(WORKING), write(apply(WORKING, 0))];
    return after === null ? [] : [{ name, changed: changedPlaces(before ?? [], after), after }];
  });

  test.each(cases)("$name", async ({ after, changed }) => {
    const { failure, workloads } = await checkInput(after);
    expect(failure?.cause ?? null).toBe(cause);
    const causedAt = workloads.flatMap(({ containers }) => containers.flatMap((container) => container.causedAt));
    if (cause !== null) expect([causedAt, changed]).toSatisfy(() => causedAt.some((place) => isChanged(place, changed)));
  });
});

test.each(FORMS)("$name: why some worlds cannot be written so is told", ({ write, cannot = [] }) => {
  const unwritten = MUTATIONS.filter(({ apply }) => write(apply(WORKING, 0)) === null);
  expect(unwritten.length === 0 || cannot.length > 0).toBe(true);
});
