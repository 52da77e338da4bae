import { expect, test } from "vitest";
import { isOlder } from "./is-older.js";

test.each([
  { version: "1.2.3", than: "1.2.3", older: false },
  { version: "1.2.2", than: "1.2.3", older: true },
  { version: "1.2.4", than: "1.2.3", older: false },
  { version: "1.10.0", than: "1.9.0", older: false },
  { version: "2.0.0", than: "1.9.9", older: false },
  { version: "1.9.9", than: "2.0.0", older: true },
  { version: "1.2", than: "1.2.1", older: true },
  { version: "1.2.1", than: "1.2", older: false },
  { version: "1.2", than: "1.2.0", older: false },
])("$version is older than $than: $older", ({ version, than, older }) => {
  expect(isOlder(version, than)).toBe(older);
});
