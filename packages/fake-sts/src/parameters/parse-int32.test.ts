import { expect, test } from "vitest";
import { parseInt32 } from "./parse-int32.js";

test.each([
  { sent: "900", number: 900 },
  { sent: "+900", number: 900 },
  { sent: "0900", number: 900 },
  { sent: "-1", number: -1 },
  { sent: "2147483647", number: 2_147_483_647 },
  { sent: "2147483648", number: null },
  { sent: "-2147483649", number: null },
  { sent: "900.0", number: null },
  { sent: "9e2", number: null },
  { sent: " 900", number: null },
  { sent: "", number: null },
])("'$sent' is $number", ({ sent, number }) => {
  expect(parseInt32(sent)).toBe(number);
});
