/** A definition says all that the language makes of it. */
import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { ACTIONS } from "./actions.js";

const FOLDER = new URL("./", import.meta.url);
const folders = readdirSync(FOLDER, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

interface Written {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, { readonly type?: string; readonly description?: string }>>;
}

const writtenAs = (schema: z.ZodType): Written => z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Written;

test("each folder is an action of the registry under the folder's name", () => {
  expect(ACTIONS.map(({ name }) => name).sort()).toEqual(folders.sort());
});

test.each(folders)("%s has a schema, an effect, a test of it, and a definition that ties them", (folder) => {
  expect(readdirSync(new URL(folder, FOLDER))).toEqual(expect.arrayContaining(["index.ts", "perform.test.ts", "perform.ts", "schema.ts"]));
});

describe.each(ACTIONS.map((definition) => ({ ...definition, written: writtenAs(definition.schema) })))("$name", (definition) => {
  const { written, holds, readsFiles = false, replicate } = definition;
  const members = written.properties ?? {};

  test("says what it holds, unless its value says it all", () => {
    const isWhole = written.type === "array" || definition.name === "fault";
    expect(holds === undefined).toBe(isWhole);
  });

  test("describes each of its members, for the page and for editors", () => {
    expect(Object.entries(members).flatMap(([name, { description = "" }]) => (description === "" ? [name] : []))).toEqual([]);
  });

  test("reads the files of which it has a list", () => {
    expect(readsFiles).toBe(written.type === "array" || members.files?.type === "array");
  });

  // zod makes what a schema lets through of an object whose only fault is an unknown member, so that must not rest on what is refined.
  test.each([null, ...Object.keys(members)])("an unknown member is told, beside %s alone", (member) => {
    const values = member === null ? [{ unknown: 1 }] : ["1m", "a", 1, { unknown: 1 }, ["a"]].map((value) => ({ unknown: 1, [member]: value }));
    expect(values.map((value) => definition.schema.safeParse(value).success)).toEqual(values.map(() => false));
  });

  test("is replicated when it may name a pod", () => {
    expect(replicate !== undefined).toBe("pod" in members || definition.name === "fault");
  });
});

test("a value is short for a member of its action", () => {
  const short = ACTIONS.flatMap(({ name, schema, value }) =>
    value === undefined ? [] : [[name, value, Object.keys(writtenAs(schema).properties ?? {})] as const],
  );
  expect(short.filter(([, value, members]) => !members.includes(value))).toEqual([]);
  expect(short.map(([name]) => name)).toEqual(["advance"]);
});
