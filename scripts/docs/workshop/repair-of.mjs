import { stringify } from "yaml";

/** The repair of an exercise as a scenario of its own: what was broken as its base, and the scenario's fix as the difference. */
export function repairOf({ name, written: { title, fix } }) {
  return stringify(
    { title: `${title}: repaired`, base: name, patch: fix.patch, expect: { outcome: "succeeded", warnings: [], ...fix.expect } },
    { lineWidth: 160 },
  );
}
