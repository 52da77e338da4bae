import fc from "fast-check";
import { expect, test } from "vitest";
import { bucketName } from "./aws/buckets/bucket-name.js";
import { regionName } from "./webhook/flags/region-name.js";

test("what may become part of a host name makes a URL", () => {
  const label = fc.string({ unit: fc.constantFrom(..."aAx0n-. _%\0"), maxLength: 12 });
  fc.assert(
    fc.property(label, (name) => {
      if (bucketName.safeParse(name).success) expect(() => new URL(`https://${name}.s3.eu-west-1.amazonaws.com/`)).not.toThrow();
      if (regionName.safeParse(name).success && name !== "") expect(() => new URL(`https://sts.${name}.amazonaws.com/`)).not.toThrow();
    }),
  );
});
