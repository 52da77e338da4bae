import { expect, test } from "vitest";
import { type ColorWishes, decideColorLevel } from "./decide-color-level.js";

test.each<{ readonly name: string; readonly wishes: Partial<ColorWishes>; readonly level: number }>([
  { name: "a terminal", wishes: { terminal: 2 }, level: 2 },
  { name: "no terminal", wishes: {}, level: 0 },
  { name: "--no-color against everything", wishes: { wanted: false, terminal: 3, environment: { FORCE_COLOR: "1" } }, level: 0 },
  { name: "FORCE_COLOR without a terminal", wishes: { environment: { FORCE_COLOR: "" } }, level: 1 },
  { name: "FORCE_COLOR keeps what a terminal can do", wishes: { terminal: 3, environment: { FORCE_COLOR: "true" } }, level: 3 },
  { name: "FORCE_COLOR says how many", wishes: { terminal: 1, environment: { FORCE_COLOR: "3" } }, level: 3 },
  { name: "FORCE_COLOR=0", wishes: { terminal: 3, environment: { FORCE_COLOR: "0" } }, level: 0 },
  { name: "FORCE_COLOR=false", wishes: { terminal: 3, environment: { FORCE_COLOR: "false" } }, level: 0 },
  { name: "FORCE_COLOR before NO_COLOR", wishes: { environment: { FORCE_COLOR: "1", NO_COLOR: "1" } }, level: 1 },
  { name: "NO_COLOR", wishes: { terminal: 3, environment: { NO_COLOR: "1" } }, level: 0 },
  { name: "NO_COLOR that is empty says nothing", wishes: { terminal: 3, environment: { NO_COLOR: "" } }, level: 3 },
  { name: "NO_COLOR before CLICOLOR_FORCE", wishes: { environment: { NO_COLOR: "1", CLICOLOR_FORCE: "1" } }, level: 0 },
  { name: "CLICOLOR_FORCE without a terminal", wishes: { environment: { CLICOLOR_FORCE: "1" } }, level: 1 },
  { name: "CLICOLOR_FORCE=0 says nothing", wishes: { environment: { CLICOLOR_FORCE: "0" } }, level: 0 },
  { name: "CLICOLOR=0", wishes: { terminal: 2, environment: { CLICOLOR: "0" } }, level: 0 },
])("$name", ({ wishes, level }) => {
  expect(decideColorLevel({ wanted: true, environment: {}, terminal: 0, ...wishes })).toBe(level);
});
