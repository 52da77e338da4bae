import { expect, test } from "vitest";
import { decideJobs } from "./decide-jobs.js";

test.each([
  { name: "a few scenarios: one thread", flags: {}, scenarios: 39, jobs: 1 },
  { name: "as many as were asked for", flags: { jobs: 3 }, scenarios: 10, jobs: 3 },
  { name: "no more than there is work", flags: { jobs: 9999 }, scenarios: 2, jobs: 2 },
  { name: "none beside this one for nothing", flags: { jobs: 4 }, scenarios: 0, jobs: 1 },
  { name: "a list plays nothing", flags: { jobs: 4, list: true }, scenarios: 10, jobs: 1 },
  { name: "who pauses plays one at a time", flags: { jobs: 4, pauseOnFailure: true }, scenarios: 10, jobs: 1 },
])("$name", ({ flags, scenarios, jobs }) => {
  expect(decideJobs(flags, scenarios)).toBe(jobs);
});
