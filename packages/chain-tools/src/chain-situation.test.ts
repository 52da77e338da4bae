import fc from "fast-check";
import { expect, test } from "vitest";
import { chainInputs } from "./chain-inputs.js";
import { chainScenario } from "./chain-scenario.js";
import { withoutSecrets } from "./chain-situation.js";

const SECRET = "wJalrXUtnFEMI";

test("no secret comes into what is played or told", () => {
  const names = [
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CONTAINER_AUTHORIZATION_TOKEN",
    "DB_PASSWORD",
    "PATH",
  ];
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...names)), fc.boolean(), (chosen, isRefused) => {
      const files = { "/root/.aws/credentials": `[default]\naws_access_key_id=${SECRET}\n  AWS_SECRET_ACCESS_KEY = ${SECRET}\naws_session_token=${SECRET} \n` };
      const situation = withoutSecrets({ environment: Object.fromEntries(chosen.map((name) => [name, SECRET])), files });
      const texts = [...chainScenario(situation, { sdk: "go-v2", sdkVersion: null, isRefused }).values(), JSON.stringify(chainInputs(situation))];
      expect(texts.join("\n")).not.toContain(SECRET);
    }),
  );
});

test("an empty variable stays empty, and what no chain reads is left out", () => {
  expect(withoutSecrets({ environment: { AWS_ACCESS_KEY_ID: "", AWS_REGION: "eu-west-1", HOME: "/", "AWS_X Y": "1" }, files: {} }).environment).toEqual({
    AWS_ACCESS_KEY_ID: "",
    AWS_REGION: "eu-west-1",
  });
});
