import { expect, test } from "vitest";
import { keyIdOf } from "./key-id-of.js";

test("the header is read in the alphabet of URLs", () => {
  const header = Buffer.from('{"kid":"?>?>?>~~~ÿ"}', "latin1").toString("base64url");
  expect(header).toMatch(/-.*_|_.*-/);
  expect(keyIdOf(`${header}.e30.`)).toBe("?>?>?>~~~ÿ");
});
