import { expect, test } from "vitest";
import { parseTokenExpiration } from "./parse-token-expiration.js";

test.each([
  { text: "3600", seconds: 3600n },
  { text: "+3600", seconds: 3600n },
  { text: "007200", seconds: 7200n },
  { text: "-1", seconds: 600n },
  { text: "0", seconds: 600n },
  { text: "599", seconds: 600n },
  { text: "600", seconds: 600n },
  { text: "601", seconds: 601n },
  { text: "86401", seconds: 86_401n },
  { text: "9223372036854775807", seconds: 9_223_372_036_854_775_807n },
  { text: "-9223372036854775808", seconds: 600n },
])("$text is $seconds seconds", ({ text, seconds }) => {
  expect(parseTokenExpiration(text)).toBe(seconds);
});

test.each([
  "",
  " 3600",
  "3600 ",
  "3600s",
  "1e4",
  "0x1000",
  "1_000",
  "3600.5",
  "abc",
  "+",
  "--1",
  "٣٦٠٠",
  "9223372036854775808",
  "-9223372036854775809",
  "3600\n",
])("%j is ignored", (text) => {
  expect(parseTokenExpiration(text)).toBeNull();
});
