/** Contents of the container-credentials file, after one that listed an account: what the real program's own code said of each, and whom it then listed. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createContainerCredentialsSet } from "../src/caches/container-credentials-set.js";

interface Recorded {
  readonly content: string;
  /** Empty where nothing was wrong. */
  readonly problem: string;
  readonly listed: readonly string[];
}

const RECORDED = JSON.parse(readFileSync(new URL("recorded/container-credentials.json", import.meta.url), "utf8")) as readonly Recorded[];

test.each(RECORDED)("$content", ({ content, problem, listed }) => {
  const set = createContainerCredentialsSet();
  set.load('{"identities":[{"namespace":"before","serviceAccount":"sa"}]}');
  expect(set.load(content) ?? "").toBe(problem);
  const asked = ["before/sa", "a/b", "a/", "c/b", "/b", "/"];
  expect(asked.filter((key) => set.has(...(key.split("/") as [string, string])))).toEqual(listed);
});
