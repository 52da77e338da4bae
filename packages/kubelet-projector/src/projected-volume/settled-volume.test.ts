import { expect, test } from "vitest";
import { isSettled, type SettledVolume } from "./settled-volume.js";

const CONTENT = new TextEncoder().encode("token");
const FILE = { content: CONTENT, mode: 0o644, uid: 0, gid: 0 };
const settled: SettledVolume = { revision: 7, payload: new Map([["token", FILE]]) };

test.each<{ readonly name: string; readonly now: SettledVolume; readonly is: boolean }>([
  { name: "the very same", now: { revision: 7, payload: new Map([["token", { ...FILE }]]) }, is: true },
  { name: "the disk has changed", now: { ...settled, revision: 8 }, is: false },
  { name: "the same bytes", now: { revision: 7, payload: new Map([["token", { ...FILE, content: CONTENT.slice() }]]) }, is: true },
  { name: "another token", now: { revision: 7, payload: new Map([["token", { ...FILE, content: new TextEncoder().encode("other") }]]) }, is: false },
  { name: "another mode", now: { revision: 7, payload: new Map([["token", { ...FILE, mode: 0o600 }]]) }, is: false },
  { name: "another owner", now: { revision: 7, payload: new Map([["token", { ...FILE, uid: 1000 }]]) }, is: false },
  { name: "another group", now: { revision: 7, payload: new Map([["token", { ...FILE, gid: 1000 }]]) }, is: false },
  { name: "another name", now: { revision: 7, payload: new Map([["jwt", FILE]]) }, is: false },
  { name: "a file more", now: { revision: 7, payload: new Map([...settled.payload, ["ca.crt", FILE]]) }, is: false },
  { name: "no file any more", now: { revision: 7, payload: new Map() }, is: false },
])("$name: $is", ({ now, is }) => {
  expect([isSettled(settled, now), isSettled(undefined, now)]).toEqual([is, false]);
});
