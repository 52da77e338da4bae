/** What differs from the real thing is said twice, in the sources and in docs/departures, and the two agree. */
import { expect, test } from "vitest";
import { differencesOfSources } from "../../scripts/docs/fidelity/differences-of-sources.mjs";
import { readDepartures } from "../../scripts/docs/fidelity/read-departures.mjs";

/** A longer row would no longer be one: the page is for people. */
const MAX_CHARACTERS = 190;

const differences = differencesOfSources();
const rows = readDepartures().flatMap(({ file, rows: own }) => own.map((row) => ({ file, ...row })));
const told = new Set(rows.flatMap(({ sources = [] }) => sources));

test("every difference that a source tells has a row", () => {
  expect(differences.length).toBeGreaterThan(90);
  expect(differences.map(({ file }) => file).filter((file) => !told.has(file))).toEqual([]);
});

test("every source that a row names tells a difference", () => {
  const telling = new Set(differences.map(({ file }) => file));
  expect([...told].filter((file) => !telling.has(file))).toEqual([]);
});

test("what a source is not sure of has a row that says so", () => {
  const unsure = new Set(rows.flatMap(({ unconfirmed = false, sources = [] }) => (unconfirmed ? sources : [])));
  expect(differences.filter(({ file, unconfirmed }) => unconfirmed && !unsure.has(file)).map(({ file }) => file)).toEqual([]);
});

test("a row is short, and none stands twice", () => {
  expect(rows.filter(({ what, real, here }) => `${what}${real}${here}`.length > MAX_CHARACTERS)).toEqual([]);
  const names = rows.map(({ file, what }) => `${file}: ${what}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
