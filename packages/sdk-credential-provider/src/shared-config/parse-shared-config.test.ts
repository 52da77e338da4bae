import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONFIG_FILE, CREDENTIALS_FILE, createPod, IRSA, STATIC_PROFILE } from "../pod.test-support.js";
import { parseSharedConfig, type SharedFile } from "./parse-shared-config.js";

describe("AWS's dialect of INI", () => {
  test.each<{ readonly name: string; readonly file: SharedFile; readonly text: string; readonly profiles: object }>([
    { name: "[profile x] in the config file", file: "config", text: "[profile x]\na = 1\n", profiles: { x: { a: "1" } } },
    { name: "[x] in the config file does not count", file: "config", text: "[x]\na = 1\n", profiles: {} },
    { name: "[default] needs no prefix", file: "config", text: "[default]\na = 1\n", profiles: { default: { a: "1" } } },
    {
      name: "[profile default] beats [default]",
      file: "config",
      text: "[profile default]\na = 1\n[default]\na = 2\nb = 3\n",
      profiles: { default: { a: "1" } },
    },
    { name: "[x] in the credentials file", file: "credentials", text: "[x]\na = 1\n", profiles: { x: { a: "1" } } },
    { name: "[profile x] in the credentials file does not count", file: "credentials", text: "[profile x]\na = 1\n", profiles: {} },
    { name: "other kinds of sections", file: "config", text: "[sso-session corp]\na = 1\n[services s]\nb = 2\n", profiles: {} },
    {
      name: "names of keys and values as they are",
      file: "config",
      text: "[default]\nRole_ARN = ARN:Aws\n",
      profiles: { default: { Role_ARN: "ARN:Aws" } },
    },
    { name: "comments in lines of their own", file: "config", text: "# a\n; b\n[default]\n# c = 1\na = 1\n", profiles: { default: { a: "1" } } },
    {
      name: "comments in a value begin at a blank",
      file: "config",
      text: "[default]\na = 1 # one\nb = x#y ;z\nc = #d\n",
      profiles: { default: { a: "1", b: "x#y", c: "" } },
    },
    {
      name: "nested blocks are no properties",
      file: "config",
      text: "[default]\ns3 =\n  region = x\n  a = 2\nregion = y\n",
      profiles: { default: { s3: "", region: "y" } },
    },
    {
      name: "a section that comes twice is merged, the later value counts",
      file: "config",
      text: "[default]\na = 1\nb = 1\n[profile x]\n[default]\na = 2\n",
      profiles: { default: { a: "2", b: "1" }, x: {} },
    },
    { name: "blanks around names, and Windows' line ends", file: "config", text: "[ profile  x y ] # z\r\na=1\r\n", profiles: { "x y": { a: "1" } } },
    {
      name: "an equals sign in a value",
      file: "credentials",
      text: "[default]\naws_secret_access_key = a=b==\n",
      profiles: { default: { aws_secret_access_key: "a=b==" } },
    },
    {
      name: "what comes before the first section, and what is no property",
      file: "credentials",
      text: "a = 1\nnonsense\n[default]\nnonsense\n= 2\n",
      profiles: { default: {} },
    },
  ])("$name", ({ file, text, profiles }) => {
    expect(Object.fromEntries(parseSharedConfig(text, file))).toStrictEqual(profiles);
  });

  test("property: what is written is read, in both files", () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_-]{0,8}$/);
    const value = fc.stringMatching(/^[A-Za-z0-9/+=:.-]{1,20}$/);
    fc.assert(
      fc.property(fc.constantFrom<SharedFile>("config", "credentials"), fc.dictionary(word, fc.dictionary(word, value)), (file, profiles) => {
        const header = (name: string): string => (file === "config" ? `[profile ${name}]` : `[${name}]`);
        const text = Object.entries(profiles).map(([name, keys]) =>
          [header(name), ...Object.entries(keys).map(([key, each]) => `${key} = ${each}`)].join("\n"),
        );
        const read = parseSharedConfig(text.join("\n"), file);
        for (const [name, keys] of Object.entries(profiles)) expect({ ...read.get(name) }).toEqual({ ...keys });
      }),
    );
  });

  test("property: no text makes the reader fail", () => {
    fc.assert(fc.property(fc.constantFrom<SharedFile>("config", "credentials"), fc.string(), (file, text) => void parseSharedConfig(text, file)));
  });
});

describe("where the files are looked for", () => {
  const keys = (id: string) => STATIC_PROFILE.replace("AKIAPROFILE", id);
  test.each([
    { name: "in the home directory", environment: { HOME: "/home/app" }, files: { "/home/app/.aws/credentials": STATIC_PROFILE } },
    { name: "where AWS_SHARED_CREDENTIALS_FILE says", environment: { AWS_SHARED_CREDENTIALS_FILE: "/etc/keys" }, files: { "/etc/keys": STATIC_PROFILE } },
    { name: "where AWS_CONFIG_FILE says", environment: { AWS_CONFIG_FILE: "/etc/config" }, files: { "/etc/config": STATIC_PROFILE } },
    {
      name: "the credentials file's keys count before the config file's",
      environment: {},
      files: { [CREDENTIALS_FILE]: STATIC_PROFILE, [CONFIG_FILE]: keys("AKIACONFIG") },
    },
  ])("$name", async ({ environment, files }) => {
    expect(await createPod({ sdk: "js-v3", environment: { ...IRSA, ...environment }, files }).winner()).toBe("P");
  });

  test("a file that cannot be read counts as one that is not there", async () => {
    expect(await createPod({ sdk: "js-v3", files: { [`${CREDENTIALS_FILE}/is-a-directory`]: "" } }).winner()).toBe("W");
  });
});
