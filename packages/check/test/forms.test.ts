/** The same world gives the same verdict in every form. */
import { describe, expect, test } from "vitest";
import { checkInput } from "./check-input.js";
import { FORMS } from "./forms/forms.js";
import { MUTATIONS } from "./forms/world.js";

describe.each(FORMS)("$name", ({ write }) => {
  test.each(MUTATIONS)("$name", async ({ world, cause }) => {
    const { failure } = await checkInput(write(world));
    expect(failure?.cause ?? null).toBe(cause);
  });
});
